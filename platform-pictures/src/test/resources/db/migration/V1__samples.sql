CREATE TABLE samples (id uuid PRIMARY KEY, image_url text);
