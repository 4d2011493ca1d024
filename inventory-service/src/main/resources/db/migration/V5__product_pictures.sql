-- image_url is the path of a picture, whose name is its hash. The retention of pictures looks for rows that point at one.
CREATE INDEX products_image ON products (image_url) WHERE image_url IS NOT NULL;
