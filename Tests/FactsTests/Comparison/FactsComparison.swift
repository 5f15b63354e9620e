/// The comparison of a whole newsroom's folder with the facts files.
struct FactsComparison {
    let facts: Facts
    let folder: RecordFolder

    /// Compares everything there is.
    func run() throws -> Comparison {
        var result = Comparison()
        for record in try folder.records(in: "content/claims") { compare(claim: record, into: &result) }
        for record in try folder.records(in: "content/verdicts") { compare(verdict: record, into: &result) }
        for record in try folder.records(in: "content/sources") { compare(source: record, into: &result) }
        for record in try folder.records(in: "seeds") { compare(article: record, into: &result) }
        for subject in ["content/claims", "content/verdicts", "content/sources", "content/pages", "seeds"] {
            for record in try folder.records(in: subject) { compare(quotationsOf: record, into: &result) }
        }
        for subject in ["content/claims", "content/verdicts"] {
            for record in try folder.records(in: subject) { compare(figuresOf: record, into: &result) }
        }
        for (path, text) in folder.texts.sorted(by: { $0.key < $1.key }) {
            compare(addressesIn: text, path: path, into: &result)
            compare(wordingOf: text, path: path, into: &result)
        }
        return result
    }

    /// The claims of the facts files without a page or a verdict.
    func missingPages() -> [String] {
        facts.claims.flatMap { claim in
            ["content/claims/\(claim.slug).md", "content/verdicts/\(claim.slug).md"]
                .filter { folder.texts[$0] == nil }
        }
    }
}
