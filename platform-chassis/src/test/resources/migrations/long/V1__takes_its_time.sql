CREATE TABLE long_done ();
SELECT pg_sleep(2);
