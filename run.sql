SET log_statement_stats=off;
SET log_statement_stats=off;
SET log_statement_stats=off;
SET log_statement_stats=off;
SET log_statement_stats=off;
SET log_statement_stats=off;
