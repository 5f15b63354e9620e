import Testing

/// A change to the sample newsroom, and the finding that it must cause.
struct Mutation: Sendable, CustomTestStringConvertible {
    let path: String
    let old: String
    let new: String
    /// The kind of comparison that fails, and a part of its finding.
    let kind: String
    let finding: String

    var testDescription: String { "\(kind): \(old) → \(new)" }

    init(_ path: String, _ old: String, _ new: String, _ kind: String, _ finding: String) {
        self.path = path
        self.old = old
        self.new = new
        self.kind = kind
        self.finding = finding
    }
}

@Suite("Comparison with facts")
struct ComparisonTests {
    @Test func agreementGivesNoFinding() throws {
        let result = try FactsComparison(facts: Facts(Sample.facts), folder: Sample.folder).run()
        #expect(result.findings == [])
        #expect(result.counts["statements"] == 1)
        #expect(result.counts["evidence lines of the facts"] == 2)
        #expect(result.counts["titles"] == 2)
    }

    @Test(arguments: mutations) func everyDifferenceIsFound(_ mutation: Mutation) throws {
        let folder = try #require(
            Sample.folder.replacing(mutation.old, with: mutation.new, in: mutation.path)
        )
        let findings = try FactsComparison(facts: Facts(Sample.facts), folder: folder).run().findings
        let expected = "\(mutation.path): \(mutation.kind): "
        #expect(
            findings.contains { $0.hasPrefix(expected) && $0.contains(mutation.finding) },
            "found only \(findings)"
        )
    }

    @Test func aClaimWithoutPagesIsMissing() {
        let empty = FactsComparison(facts: Facts(Sample.facts), folder: RecordFolder(texts: [:]))
        #expect(
            empty.missingPages() == ["content/claims/bridge-opened.md", "content/verdicts/bridge-opened.md"]
        )
    }

    @Test func figuresAreDatesAndNumbers() {
        let figures = Figures(in: "On 27–28 February 2018 and 3 May, 225,000 of twelve; 2017-07; in 1999.")
        #expect(
            figures.days == [
                "2018-02-27", "--02-27", "2018-02-28", "--02-28", "2018", "--05-03", "2017-07", "2017",
                "1999",
            ]
        )
        #expect(figures.numbers == ["225000", "12"])
    }

    @Test(arguments: [
        ("We opened it", true), ("we opened […] on time.", true), ("we opened it late", false),
        ("it on … we opened", true), ("WE opened it", false),
    ]) func quotationsStandOrNot(quotation: String, stands: Bool) {
        #expect(Quotations.stands(quotation, in: "the mayor: \"we opened it on time\"") == stands)
    }

    static let claim = "content/claims/bridge-opened.md"
    static let verdict = "content/verdicts/bridge-opened.md"
    static let speech = "content/sources/mayor-speech.md"
    static let report = "content/sources/bridge-report.md"
    static let article = "seeds/vice-helsinki.md"

    static let mutations = [
        Mutation(claim, "in May.", "in June.", "statements", "in June"),
        Mutation(claim, "claimant: vice-news", "claimant: techcrunch", "claimants", "VICE"),
        Mutation(claim, "stated: 2018-07", "stated: 2018-07-17", "dates of statements", "2018-07-17"),
        Mutation(claim, "1,200", "1,300", "appearances", "opened to 1,300"),
        Mutation(claim, "locator: P2", "locator: P3", "appearances", "V P3"),
        Mutation(claim, "locator: P2", "locator: P3", "passages used", "V P2"),
        Mutation(claim, "2018-05-06/", "2018-05-05/", "dates of events", "2018-05-05"),
        Mutation(claim, "[mayor-speech]", "[lost-note]", "references to sources", "unchecked"),
        Mutation(claim, "[mayor-speech]", "[no-such-note]", "references to sources", "no “no-such-note”"),
        Mutation(verdict, "claim: bridge", "claim: ferry", "verdicts", "ferry-opened"),
        Mutation(verdict, "ruling: half-true", "ruling: mostly-true", "rulings", "half-true"),
        Mutation(verdict, "ruling: true", "ruling: false", "rulings on parts", "false"),
        Mutation(
            verdict,
            "stance: supports",
            "stance: context",
            "evidence lines of the facts",
            "S01 (supports)"
        ),
        Mutation(
            verdict,
            "stance: supports",
            "stance: context",
            "evidence lines of the content",
            "S01 (context)"
        ),
        Mutation(verdict, "source: bridge-report", "source: lost-note", "evidence lines of the facts", "S02"),
        Mutation(
            verdict,
            "source: bridge-report",
            "source: lost-note",
            "evidence lines of the content",
            "S03"
        ),
        Mutation(verdict, "quote: we opened", "quote: they opened", "quotes of evidence", "they opened"),
        Mutation(verdict, " [@bridge-report]", "", "citations", "bridge-report is never cited"),
        Mutation(verdict, "[@bridge-report]", "[@bridge]", "citations", "bridge is cited"),
        Mutation(verdict, "it on time.”", "it in time.”", "quotations", "We opened it in time."),
        Mutation(verdict, "“We opened it on time.”", "\"It was never late\"", "quotations", "never late"),
        Mutation(verdict, "7 May 2018", "8 May 2018", "dates", "2018-05-08"),
        Mutation(verdict, "in May 2018", "in May 2019", "dates", "2019-05"),
        Mutation(verdict, "1,200", "1,500", "numbers", "1500"),
        Mutation(verdict, "Nine lanes", "Ten lanes", "numbers", "10"),
        Mutation(verdict, "Nobody was", "Somebody was", "sentences on charges", "guilty"),
        Mutation(speech, "title: The mayor", "title: A mayor", "titles", "A mayor speaks"),
        Mutation(speech, "publisher: Town", "publisher: City", "publishers", "City Hall"),
        Mutation(speech, "Bo Li", "Bo Lee", "authors", "Bo Lee"),
        Mutation(speech, "2018-05-07", "2018-05-08", "dates of publication", "2018-05-08"),
        Mutation(speech, "kind: transcript", "kind: research", "kinds", "research"),
        Mutation(speech, "checked: read", "checked: copy", "words of checking", "copy"),
        Mutation(speech, "checked: read", "checked: unchecked", "unchecked sources", "not confirmed"),
        Mutation(speech, "speech-copy", "speech-mirror", "other addresses", "speech-mirror"),
        Mutation(speech, "url: https://example.org/speech\n", "", "addresses of sources", "content has none"),
        Mutation(speech, "org/speech\n", "org/talk\n", "addresses", "https://example.org/talk"),
        Mutation(speech, "example.org/speech\n", "www.bad-copies.com/s\n", "hosts", "bad-copies.com"),
        Mutation(report, "title-described: yes\n", "", "described titles", "true"),
        Mutation(report, "derived-from: mayor-speech\n", "", "lineages", "mayor-speech"),
        Mutation(report, "source:mayor-speech", "source:lost-note", "references to sources", "unchecked"),
        Mutation(article, "A bridge opens", "A bridge is open", "headlines", "is open"),
        Mutation(article, "org/bridge", "org/bridges", "addresses of articles", "bridges"),
        Mutation(article, "title: A", "authors: Ada Roe\ntitle: A", "authors left blank", "Ada Roe"),
        Mutation(article, "title: A", "published: 2018-07-17\ntitle: A", "dates left open", "no day"),
        Mutation(article, "at last", "at length", "passages", "at length"),
        Mutation(article, "— P2", "— P9", "places of passages", "V P9"),
    ]
}
