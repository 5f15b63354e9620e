/// The definitions of the database's tables.
enum DatabaseTables {
    /// The statements, in SQLite's words. Column names are those of `claims.json` where it has them.
    static let definitions: StaticString = """
        CREATE TABLE rulings (id TEXT PRIMARY KEY, label TEXT NOT NULL, number INTEGER, meaning TEXT NOT NULL);
        CREATE TABLE topics (id TEXT PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE profiles (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT);
        CREATE TABLE sources (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT, url TEXT,
            kind TEXT NOT NULL, checked TEXT NOT NULL, interest TEXT, status TEXT
        );
        CREATE TABLE articles (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT, url TEXT
        );
        CREATE TABLE claims (
            id TEXT PRIMARY KEY, url TEXT NOT NULL, statement TEXT NOT NULL, stated TEXT, chosen TEXT,
            ruling TEXT REFERENCES rulings (id), title TEXT, summary TEXT, published TEXT, updated TEXT,
            would_change TEXT, state TEXT NOT NULL
        );
        CREATE TABLE claimants (
            claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL,
            profile TEXT NOT NULL REFERENCES profiles (id), PRIMARY KEY (claim, position)
        );
        CREATE TABLE claim_topics (
            claim TEXT NOT NULL REFERENCES claims (id), topic TEXT NOT NULL REFERENCES topics (id)
        );
        CREATE TABLE appearances (
            claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL,
            article TEXT NOT NULL REFERENCES articles (id), kind TEXT NOT NULL, "by" TEXT REFERENCES profiles (id),
            date TEXT, quote TEXT NOT NULL, locator TEXT, PRIMARY KEY (claim, position)
        );
        CREATE TABLE evidence (
            claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL, document_kind TEXT NOT NULL,
            document TEXT NOT NULL, stance TEXT NOT NULL, shows TEXT NOT NULL, locator TEXT, quote TEXT,
            PRIMARY KEY (claim, position)
        );
        CREATE TABLE corrections (
            claim TEXT NOT NULL REFERENCES claims (id), number INTEGER NOT NULL, kind TEXT NOT NULL,
            date TEXT NOT NULL, text TEXT NOT NULL, earlier_ruling TEXT, PRIMARY KEY (claim, number)
        );
        CREATE TABLE history (
            claim TEXT NOT NULL REFERENCES claims (id), position INTEGER NOT NULL, time TEXT NOT NULL,
            event TEXT NOT NULL, "by" TEXT NOT NULL, PRIMARY KEY (claim, position)
        );
        CREATE VIEW rated_claims AS
            SELECT claims.id, claims.statement,
                (SELECT group_concat(name, ', ') FROM (
                    SELECT profiles.name FROM claimants JOIN profiles ON profiles.id = claimants.profile
                    WHERE claimants.claim = claims.id ORDER BY claimants.position)) AS claimants,
                rulings.label AS ruling, rulings.number, claims.title, claims.published, claims.url
            FROM claims JOIN rulings ON rulings.id = claims.ruling;
        CREATE VIEW rulings_by_claimant AS
            SELECT profiles.name AS claimant, rulings.label AS ruling, count(*) AS claims
            FROM claims JOIN claimants ON claimants.claim = claims.id
                JOIN profiles ON profiles.id = claimants.profile JOIN rulings ON rulings.id = claims.ruling
            GROUP BY profiles.id, rulings.id ORDER BY profiles.name, rulings.number;
        CREATE VIEW repetitions AS
            SELECT claims.id, claims.statement, count(*) AS appearances, min(coalesce(appearances.date, articles.published)) AS first,
                max(coalesce(appearances.date, articles.published)) AS last
            FROM claims JOIN appearances ON appearances.claim = claims.id
                JOIN articles ON articles.id = appearances.article
            WHERE appearances.kind IN ('stated', 'repeated') GROUP BY claims.id ORDER BY appearances DESC, claims.id;
        CREATE VIEW source_use AS
            SELECT sources.id, sources.title, sources.publisher, count(DISTINCT evidence.claim) AS claims
            FROM sources LEFT JOIN evidence ON evidence.document = sources.id AND evidence.document_kind = 'source'
            GROUP BY sources.id ORDER BY claims DESC, sources.id;
        CREATE VIRTUAL TABLE claims_search USING fts5 (
            statement, title, summary, content='claims', tokenize='unicode61 remove_diacritics 2'
        );
        """
}
