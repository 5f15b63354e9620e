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
        // Shared beginnings are counted: "bridge", then "bridges" as six letters more of the same and an "s".
        #expect(words.contains("0bridge 6s"))
        #expect(words.contains("summary:2"))
        #expect(!words.contains("ü"))
        let claims = try #require(try value("claims-of-words-0", files) as? String)
        #expect(claims.split(separator: " ").count == words.split(separator: " ").count)
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
        #expect(term.postings[0].impact > term.postings[1].impact)
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
    }
}
