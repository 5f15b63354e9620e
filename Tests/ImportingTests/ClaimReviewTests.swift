import Testing

@testable import Importing

struct ClaimReviewTests {
    @Test("A saved page with the mistakes of the field is read, and each of them is named")
    func page() throws {
        let file = try ImportedFile(ImportFixture.bytes("page.html"), name: "page.html")
        let item = try #require(file.items.first)
        #expect(file.items.count == 1)
        #expect(item.words == "The mayor said \"the bridge fell\", and left.")
        #expect(item.who == "Ann & Bob")
        #expect(item.isOrganisation == false)
        #expect(item.made == "2022-02-11")
        #expect(item.places == ["https://t.co/abc", "https://social.example/1"])
        let ruling = try #require(item.rulings.first)
        #expect(ruling.publisher == "Facts Example")
        #expect(ruling.rating == "False")
        #expect(ruling.number == nil)
        #expect(ruling.date == "2022-02-11")
        let counts = file.counts
        for kind in [
            "broken-json", "address-of-another-page", "odd-date", "stray-blanks", "markup-in-text",
            "day-of-the-check", "short-link", "several-addresses", "appearance-at-publisher",
            "label-with-prefix", "placeholder-scale", "not-kept",
        ] {
            #expect(counts[kind, default: 0] > 0, "\(kind)")
        }
    }

    private static func review(_ words: String, _ more: String = "") -> String {
        """
        {"@type":"ClaimReview","url":"https://f.example/a","claimReviewed":"\(words)","datePublished":"2024-01-02",
        "author":{"@type":"Organization","name":"F"},"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Ann"},
        "appearance":"https://s.example/1"},"reviewRating":{"alternateName":"False"}\(more)}
        """
    }

    @Test(
        "One object, a list, a graph, a DataFeed: the reviews are found wherever they stand",
        arguments: [
            "REVIEW", "[REVIEW]", "{\"@graph\":[{\"@type\":\"WebPage\"},REVIEW]}",
            "{\"@type\":\"DataFeed\",\"dataFeedElement\":[{\"@type\":\"DataFeedItem\",\"item\":[REVIEW]}]}",
            "{\"mainEntity\":REVIEW}", "\u{FEFF}REVIEW", "REVIEW // the end", "[REVIEW,]", "REVIEW\nREVIEW",
        ]
    )
    func places(form: String) throws {
        let file = try ImportFixture.read(form.replacing("REVIEW", with: Self.review("It rains.")))
        #expect(file.format == .claimReview)
        #expect(Set(file.items.map(\.words)) == ["It rains."])
        #expect(file.items.first?.rulings.first?.url == "https://f.example/a")
    }

    @Test("What only shows across a publisher's items: one address, one day, every claimant a person")
    func together() throws {
        let reviews = (1...6).map { Self.review("Claim \($0).") }.joined(separator: ",")
        let counts = try ImportFixture.read("[\(reviews)]").counts
        #expect(counts["one-address-for-all"] == 1)
        #expect(counts["one-day-for-all"] == 1)
        #expect(counts["every-claimant-a-person"] == 1)
        #expect(counts["item-of-the-one-before"] == 5)
    }

    @Test(
        "Ratings whose numbers do not fit their scale are left out",
        arguments: [
            ("\"ratingValue\":7,\"worstRating\":1,\"bestRating\":5", "number-outside-scale"),
            ("\"ratingValue\":2,\"worstRating\":5,\"bestRating\":1", "bad-scale"),
            ("\"ratingValue\":\"-1\",\"worstRating\":\"-1\",\"bestRating\":\"-1\"", "placeholder-scale"),
            ("\"ratingValue\":\"two\",\"worstRating\":1,\"bestRating\":5", "bad-scale"),
            ("\"ratingValue\":2.5,\"worstRating\":1,\"bestRating\":5", ""),
        ]
    )
    func ratings(members: String, kind: String) throws {
        let text = Self.review("It rains.").replacing(
            "\"alternateName\"",
            with: members + ",\"alternateName\""
        )
        let file = try ImportFixture.read(text)
        #expect(file.items.first?.rulings.first?.number == (kind.isEmpty ? "2.5 of 1 to 5" : nil))
        if !kind.isEmpty { #expect(file.counts[kind] == 1) }
    }

    @Test("A review without a claim is left out, and counted")
    func noWords() throws {
        let file = try ImportFixture.read("[{\"@type\":\"ClaimReview\",\"url\":\"https://f.example/a\"}]")
        #expect(file.items.isEmpty)
        #expect(file.counts["no-words"] == 1)
    }

    @Test("An answer of Fact Check Tools, with its further page named")
    func factCheckTools() throws {
        let file = try ImportFixture.read(
            """
            {"claims":[{"text":"It rains.","claimant":"Ann","claimDate":"2024-01-01T00:00:00Z","claimReview":[
            {"publisher":{"name":"F","site":"f.example"},"url":"https://g.example/1","title":"No rain",
            "reviewDate":"2024-01-02T00:00:00Z","textualRating":"False","languageCode":"en"}]}],"nextPageToken":"x"}
            """
        )
        #expect(file.format == .factCheckTools)
        let item = try #require(file.items.first)
        #expect(item.made == "2024-01-01" && item.language == "en" && item.rulings.first?.title == "No rain")
        #expect(file.counts == ["more-elsewhere": 1, "address-of-another-page": 1])
    }

    @Test("Data of another Assay site, with the ruling's label and number")
    func assay() throws {
        let file = try ImportFixture.read(
            """
            {"$schema":"https://a.example/data/claims.schema.json","name":"A","language":"en",
            "scale":{"version":1,"rulings":[{"id":"false","label":"False","number":1},{"id":"true","label":"True","number":5}]},
            "claims":[{"id":"x","url":"https://a.example/claims/x/","statement":"It rains.","claimants":[{"name":"Ann","kind":"person"}],
            "stated":"2024","appearances":[{"url":"https://s.example/1"}],"verdict":{"ruling":"false","title":"No","published":"2024-02-01"}}]}
            """
        )
        #expect(file.format == .assay)
        #expect(file.items.first?.rulings.first?.rating == "False")
        #expect(file.items.first?.rulings.first?.number == "1 of 1 to 5")
        #expect(file.counts == [:])
    }
}
