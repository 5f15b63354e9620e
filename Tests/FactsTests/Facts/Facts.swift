/// The facts files, read into values.
struct Facts: Sendable {
    let folder: FactsFolder
    let register: Register
    let claims: [ClaimFacts]
    let review: Review
    /// The facts files' texts on claims and articles, folded.
    let foldedClaims: String
    /// The figures in the tables on the two articles.
    let articleFigures: Figures
    /// All facts files, folded.
    let folded: String

    init(_ folder: FactsFolder) {
        self.folder = folder
        let review = Review(folder.review)
        self.review = review
        register = Register(sources: folder.sources + "\n" + folder.review, described: review.describedTitles)
        claims = ClaimFacts.all(in: folder.claims + "\n" + review.newClaims).map { $0.revised(by: review) }
        foldedClaims = (folder.claims + "\n" + folder.articles + "\n" + folder.review).folded
        articleFigures = Figures(in: folder.articles).union(review.figures)
        folded = foldedClaims + " " + folder.sources.folded
    }

    /// The claim with this id in the newsroom.
    func claim(slug: String) -> ClaimFacts? { claims.first { $0.slug == slug } }

    /// A cell of the table that identifies the two articles.
    func identification(_ row: String, article: String) -> String {
        let line = folder.articles.split(separator: "\n").first { $0.hasPrefix("| \(row) |") } ?? ""
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        guard cells.count == 5 else { return "" }
        return cells[article == "V" ? 2 : 3]
    }

    /// The article's letter in the facts files, by its id in the newsroom.
    static let articles = ["vice-helsinki": "V", "techcrunch-helsinki": "T"]
}
