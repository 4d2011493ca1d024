SELECT pg_sleep(30) FROM (SELECT count(*) AS signs FROM sign) AS seen WHERE signs = 0;
CREATE TABLE interrupted_done ();
