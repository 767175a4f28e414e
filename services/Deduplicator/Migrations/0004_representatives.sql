-- Centres are canonical articles, those that people joined, and representatives: members whose similarity with their canonical article is below .8.
DROP INDEX articles_centres;
CREATE INDEX articles_centres ON articles (text_no) WHERE (centre_no = article_no OR (centre_no = canonical_no AND similarity < 0.8));
