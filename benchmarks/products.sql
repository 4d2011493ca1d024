-- A million products for docs/search.md: eight first words, ten kinds, 20,000 invented words of which a few are common.
INSERT INTO products (id, sku, name, description, category, price, currency, attributes, in_stock, version, created_at, updated_at)
SELECT gen_random_uuid(), 'MILLION-' || i,
    concat_ws(' ', (ARRAY['Desk', 'Floor', 'Wall', 'Garden', 'Kitchen', 'Office', 'Travel', 'Café'])[1 + i % 8],
        (ARRAY['lamp', 'chair', 'table', 'keyboard', 'adapter', 'mug', 'shelf', 'speaker', 'cable', 'bag'])[1 + i / 8 % 10],
        substr(translate(md5((i * 7919 % 20000)::text), '0123456789', 'aeioulnrst'), 1, 4 + (i % 6)::int), 'N' || i),
    'Made of ' || (ARRAY['steel', 'oak', 'glass', 'cotton'])[1 + i % 4] || ', for '
        || (SELECT string_agg(substr(translate(md5(((power((i * (7 * j + 13) * 104729 % 1000003)::float8 / 1000003, 3) * 19999)::bigint)::text),
                '0123456789', 'aeioulnrst'), 1, 5), ' ') FROM generate_series(1, 12) j),
    'category-' || i % 50, 1 + (i * 7907 % 100000)::numeric / 100, 'USD',
    jsonb_build_object('colour', (ARRAY['black', 'white', 'red', 'blue', 'green'])[1 + i % 5], 'watts', i % 200),
    i % 3 > 0, 1, now(), now() - i * interval '1 second'
FROM generate_series(1::bigint, 1000000) i;

VACUUM ANALYZE products;
VACUUM ANALYZE vocabulary;
