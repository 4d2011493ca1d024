CREATE TABLE shared_done ();
SELECT pg_sleep(2);
