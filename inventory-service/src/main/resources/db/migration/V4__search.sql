-- Search that forgives: accents, letter case, joined words, beginnings of words, one wrong letter (ADR 37, docs/search.md).

-- The provisioning creates the extensions. Where it has not run since, a migrator that may create them does it here.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS unaccent;
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    IF EXISTS (SELECT FROM pg_extension WHERE extname IN ('unaccent', 'pg_trgm') AND NOT has_schema_privilege(extnamespace, 'USAGE'))
    THEN
        RAISE insufficient_privilege USING MESSAGE = 'the migrator may not use the schema that they are in';
    END IF;
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
    RAISE EXCEPTION 'Search needs the PostgreSQL extensions unaccent and pg_trgm (%)', SQLERRM
        USING HINT = 'Run provision-service.sql again as a superuser, or let the migrator create extensions in this database.';
END
$$;

-- Lower case, without accents, vowel marks and variants of letters. An extension may be in any schema, so its name is put in
-- here, where it is resolved once: the service needs no rights on that schema. unaccent is STABLE only because its rules
-- may be replaced, which nobody does.
DO $$
DECLARE
    home text := (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'unaccent');
BEGIN
    EXECUTE format($function$
        CREATE FUNCTION plain_letters(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN translate(lower(regexp_replace(%1$s.unaccent('%1$s.unaccent', normalize($1, NFKC)),
            '[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]', '', 'g')), 'ς', 'σ')
        $function$, home);
END
$$;

-- The words of a text, one space between them. Scripts that write no spaces are split into characters, so that a phrase finds
-- a part of a word: Thai, Lao, Myanmar, Khmer, Kana, Han, Hangul.
CREATE FUNCTION search_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(regexp_replace(plain_letters($1),
    '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\U00020000-\U0003FFFF])', ' \1 ', 'g'),
    '[^[:alnum:]]+', ' ', 'g'));

-- "Wi-Fi" written as one word.
CREATE FUNCTION joined(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace($1, '([[:alpha:]])[-‐‑/.''’]+(?=[[:alpha:]])', '\1', 'g');

CREATE FUNCTION attribute_values(jsonb) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT coalesce(string_agg(value, ' '), '') FROM jsonb_each_text($1));

DROP INDEX products_search;

-- The category is there as one more word, which nobody can type: so one index answers for both. This writes the table anew,
-- for which it is locked: minutes for a million products.
ALTER TABLE products ALTER COLUMN search SET EXPRESSION AS (
    setweight(to_tsvector('english', search_words(name)), 'A')
        || setweight(to_tsvector('english', search_words(description)), 'B')
        || setweight(to_tsvector('english', search_words(attribute_values(attributes))), 'C')
        || to_tsvector('english', search_words(joined(name || ' ' || description)))
        || array_to_tsvector(ARRAY['=' || category]));

-- Four indexes in place of one: over 1, 3, 60 and 192 of 256 parts of the products. A search asks one after the other until it has
-- enough. So a word of every product costs little. The products are distributed by a hash of their ids.
CREATE INDEX products_search_first ON products USING gin (search) WHERE uuid_hash(id) & 255 = 0;
CREATE INDEX products_search_next ON products USING gin (search) WHERE uuid_hash(id) & 255 BETWEEN 1 AND 3;
CREATE INDEX products_search_more ON products USING gin (search) WHERE uuid_hash(id) & 255 BETWEEN 4 AND 63;
CREATE INDEX products_search_rest ON products USING gin (search) WHERE uuid_hash(id) & 255 > 63;

-- A product whose name is what was typed comes first.
CREATE INDEX products_by_words_of_name ON products (search_words(name));

-- Every word of the catalogue, for beginnings of words and wrong letters. No word is ever removed: one too many costs nothing.
CREATE TABLE vocabulary (
    word text COLLATE "C" PRIMARY KEY
);

DO $$
BEGIN
    EXECUTE format('CREATE INDEX vocabulary_parts ON vocabulary USING gin (word %s.gin_trgm_ops)',
        (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm'));
END
$$;

-- Sorted, so that transactions which add the same words queue up rather than deadlock.
CREATE FUNCTION learn_words() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO vocabulary
    SELECT DISTINCT word
    FROM changed, string_to_table(search_words(concat_ws(' ', name, description, attribute_values(attributes))), ' ') word
    WHERE word ~ '[[:alpha:]]' AND length(word) BETWEEN 3 AND 40
    ORDER BY word
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE TRIGGER learn_words_of_new AFTER INSERT ON products REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION learn_words();
CREATE TRIGGER learn_words_of_changed AFTER UPDATE ON products REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION learn_words();

INSERT INTO vocabulary
SELECT DISTINCT word
FROM products, string_to_table(search_words(concat_ws(' ', name, description, attribute_values(attributes))), ' ') word
WHERE word ~ '[[:alpha:]]' AND length(word) BETWEEN 3 AND 40;
