import Addresses
import Foundation
import Testing

@testable import Site

@Suite struct MachineSearchTests {
    private func document(_ number: Int, statement: String, claimant: String = "Ana Ruiz") -> SearchDocument {
        SearchDocument(
            address: "claims/c\(number)/index.html",
            statement: statement,
            title: "Title \(number)",
            summary: "Summary.",
            claimants: [.init(id: claimant == "Ana Ruiz" ? "ana-ruiz" : "x-1", name: claimant)],
            ruling: .init(id: "false", name: "False"),
            tone: "tone-1",
            topics: [],
            published: "2026-01-01",
            publishedText: "1 January 2026"
        )
    }

    private func value(_ name: String, _ files: SearchFiles) throws -> Any {
        let file = try #require(files.files.first { $0.name == name + ".js" })
        let text = String(decoding: file.bytes, as: UTF8.self)
        let opening = "assaySearch.take(\"\(name)\","
        #expect(text.hasPrefix(opening) && text.hasSuffix(");\n"))
        let json = Data(text.dropFirst(opening.count).dropLast(3).utf8)
        return try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
    }

    @Test func everyWordIsThereWithItsClaims() throws {
        let files = SearchFiles([
            document(0, statement: "The bridge cost millions"),
            document(1, statement: "Bridges fall", claimant: "Li Müller"),
        ])
        let words = try #require(try value("words-0", files) as? String)
        // Front coding: "bridge", then "bridges" as six shared letters and an "s".
        #expect(words.contains("0bridge 6s"))
        #expect(words.contains("summary:2"))
        #expect(!words.contains("ü"))
        let terms = try #require(try value("terms-0", files) as? String)
        #expect(terms.contains("0bridge|"))
        #expect(terms.split(separator: " ").map { $0.prefix { $0 != "|" } } == words.split(separator: " "))
        // The index by tails, for words with a wrong first letter.
        let tails = try #require(try value("tails-0", files) as? String)
        #expect(tails.contains("0illionsm") && !tails.contains("i1"))
    }

    @Test func aBeginningOfManyWordsHasAnEntryWithTheBestOfTheirClaims() throws {
        let documents = (0..<2000).map { number in
            document(number, statement: "Bridge\(number) \(number == 700 ? "bridge700 bridge700" : "stands")")
        }
        let parts = SearchTerms(InvertedIndex(documents)).parts
        let entries = parts.flatMap { part in
            String(decoding: part.text, as: UTF8.self).split(separator: " ")
        }
        // The number 2000 in base 36: all claims have this beginning.
        let entry = try #require(entries.first { $0.hasPrefix("0b*:1jk|") })
        let kept = try #require(entry.split(separator: "|").last).utf8
        // Each kept claim takes two signs, its number and its weight; the claim with the most such words is kept.
        #expect(kept.count < 2000)
        let most = try #require(kept.max())
        #expect(entry.utf8.filter { $0 == most }.count >= 1)
        #expect(parts.allSatisfy { $0.text.count < 2 * SearchTerms.partSize })
    }

    @Test func theBestPostingsAreThoseThatCountMostAndOfEqualsTheNewest() {
        let postings = [3, 9, 3, 3, 1].enumerated().map {
            InvertedIndex.Posting(document: $0.offset, impact: $0.element)
        }
        #expect(InvertedIndex.best(3, of: postings).map(\.document) == [1, 2, 3])
        #expect(InvertedIndex.best(9, of: postings) == postings)
        #expect(InvertedIndex.best(0, of: postings).isEmpty)
    }

    @Test func aResultHasWhatAReaderSees() throws {
        let files = SearchFiles([document(0, statement: "Say </script> \u{2028}")])
        let result = try #require((try value("claims-0", files) as? [[Any]])?.first)
        #expect(result[0] as? String == "claims/c0/index.html")
        #expect(result[1] as? String == "Say </script> \u{2028}")
        #expect(result[3] as? [String] == ["Ana Ruiz"])
        #expect(result[5] as? String == "tone-1")
    }

    @Test func anIdThatIsTheNameIsLeftOut() throws {
        let files = SearchFiles([
            document(0, statement: "a"), document(1, statement: "b", claimant: "Li Müller"),
        ])
        let choices = try #require(try value("claimants", files) as? [[Any]])
        #expect(choices.map(\.count) == [2, 3])
        #expect(choices[1][2] as? String == "x-1")
    }

    @Test func theClaimsOfAChoiceAreInTheFileThatTheManifestNames() throws {
        let files = SearchFiles(
            (0..<9000).map { document($0, statement: "a", claimant: "Name \($0 % 600)") }
        )
        let choices = try #require(try value("claimants", files) as? [[Any]])
        #expect(choices.count == 500, "those with the most claims")
        let manifest = try #require(try value("manifest", files) as? [String: Any])
        let starts = try #require((manifest["starts"] as? [String: [Int]])?["claimants"])
        #expect(starts.count > 1)
        var count = 0
        for (part, start) in starts.enumerated() {
            #expect(start == count)
            count += try #require(try value("claimants-\(part)", files) as? String).split(separator: " ")
                .count
        }
        #expect(count == choices.count)
        #expect(files.files.allSatisfy { $0.name.hasPrefix("claimants.") || $0.bytes.count < 10_000 })
    }

    @Test func aWordInTheClaimCountsMoreThanOneInTheSummary() throws {
        let index = InvertedIndex([
            document(0, statement: "summary of it"), document(1, statement: "nothing of it"),
        ])
        let term = try #require(index.terms.first { $0.word == "summary" })
        #expect(term.documentCount == 2)
        let impacts = term.postings.map(\.impact)
        #expect(impacts.count == 2 && impacts[0] > impacts[1])
    }

    @Test func whatThePageNamesIsFoundAndCountsLess() throws {
        let documents = (0..<3).map { number in
            SearchDocument(
                address: "c\(number)",
                statement: number == 0 ? "Mueller said so" : "Somebody said so",
                title: "T",
                summary: "S",
                claimants: [],
                ruling: .init(id: "no", name: "No"),
                tone: "tone-1",
                topics: [.init(id: "cyber-sec", name: "Cyber security")],
                documents: number == 1 ? ["The Mueller report"] : [],
                passages: number == 2 ? ["Robert Mueller wrote", "## Heading words"] : [],
                published: "",
                publishedText: ""
            )
        }
        let index = InvertedIndex(documents)
        let mueller = try #require(index.terms.first { $0.word == "mueller" })
        #expect(mueller.postings.map(\.document) == [0, 1, 2])
        #expect(mueller.postings.dropFirst().allSatisfy { $0.impact < mueller.postings[0].impact })
        for word in ["heading", "cybersecurity", "sec", "security"] {
            #expect(index.terms.contains { $0.word == word }, "\(word)")
        }
    }

    @Test func aWordThatManyPagesNameFindsTheClaimsThatAreAboutIt() throws {
        let documents = (0..<300).map { number in
            SearchDocument(
                address: "c\(number)",
                statement: number == 7 ? "The agency lied" : "Claim",
                title: "T",
                summary: "S",
                claimants: [],
                ruling: .init(id: "no", name: "No"),
                tone: "tone-1",
                topics: [],
                documents: ["Agency"],
                published: "",
                publishedText: ""
            )
        }
        let agency = try #require(InvertedIndex(documents).terms.first { $0.word == "agency" })
        #expect(agency.postings.map(\.document) == [7])
    }

    @Test func peopleSourcesAndArticlesHaveAnIndexOfTheirOwn() throws {
        let files = SearchFiles(
            [document(0, statement: "A")],
            names: [
                SearchName(address: "profiles/x/index.html", name: "Robert Mueller", kind: .person),
                SearchName(address: "sources/y/index.html", name: "Mueller report", kind: .source),
            ]
        )
        let terms = try #require(try value("name-terms-0", files) as? String)
        #expect(terms.contains("mueller:2|"))
        let names = try #require(try value("names-0", files) as? [[String]])
        #expect(names[1] == ["sources/y/index.html", "Mueller report", "source"])
        #expect((try value("manifest", files) as? [String: Any])?["names"] as? Int == 2)
        #expect(!(try #require(try value("terms-0", files) as? String)).contains("mueller"))
    }

    @Test func wordsAreSortedAsJavaScriptComparesThem() {
        let statement = "zebra Äpfel \u{1F600} éclair \u{10400} \u{FB00}x \u{20000}\u{20001} aa a1 東京 का"
        let words = InvertedIndex([document(0, statement: statement)]).terms.map(\.word)
        #expect(words.count > 10)
        for (first, second) in zip(words, words.dropFirst()) {
            #expect(Array(first.utf16).lexicographicallyPrecedes(Array(second.utf16)))
        }
    }

    @Test func theSameClaimsGiveTheSameFilesAndOtherClaimsAnotherVersion() throws {
        let claims = (0..<300).map { document($0, statement: "Claim number \($0) about word\($0 % 40)") }
        let first = SearchFiles(claims)
        #expect(first.files == SearchFiles(claims).files)
        #expect(first.files.count == Set(first.files.map(\.name)).count)
        let version = { (files: SearchFiles) in
            (try value("manifest", files) as? [String: Any])?["version"] as? String
        }
        #expect(try version(first) != version(SearchFiles(claims.dropLast())))
        #expect(try version(first) != nil)
    }

    @Test func anEmptySiteHasAnIndex() throws {
        let files = SearchFiles([])
        #expect((try value("manifest", files) as? [String: Any])?["claims"] as? Int == 0)
        // The first file of each kind exists even if empty, because a search always loads it.
        for name in ["terms-0", "words-0", "tails-0"] { #expect(try value(name, files) as? String == "") }
        let short = SearchFiles([document(0, statement: "A b")])
        #expect(try value("tails-0", short) as? String != nil)
    }
}
