-- For the sweep of overdue orders: as small as what is pending, however many orders there are.
CREATE INDEX orders_pending ON orders (created_at) WHERE status = 'PENDING';
