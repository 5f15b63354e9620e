/// The facts files, read into values.
struct Facts: Sendable {
    let folder: FactsFolder
    let register: Register
    let claims: [ClaimFacts]
    /// What the facts files say of claims and articles, folded.
    let foldedClaims: String
    /// The figures in the tables on the two articles.
    let articleFigures: Figures
    /// All three facts files, folded.
    let folded: String

    init(_ folder: FactsFolder) {
        self.folder = folder
        register = Register(sources: folder.sources)
        claims = ClaimFacts.all(in: folder.claims)
        foldedClaims = (folder.claims + "\n" + folder.articles).folded
        articleFigures = Figures(in: folder.articles)
        folded = foldedClaims + " " + folder.sources.folded
    }

    /// The claim whose page has this id.
    func claim(slug: String) -> ClaimFacts? { claims.first { $0.slug == slug } }

    /// The value of a row in the table that identifies the two articles.
    func identification(_ row: String, article: String) -> String {
        let line = folder.articles.split(separator: "\n").first { $0.hasPrefix("| \(row) |") } ?? ""
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        guard cells.count == 5 else { return "" }
        return cells[article == "V" ? 2 : 3]
    }

    /// The article's letter in the facts files, by its id in the newsroom.
    static let articles = ["vice-helsinki": "V", "techcrunch-helsinki": "T"]
}
