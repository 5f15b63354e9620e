import Addresses
import DefaultTheme
import Foundation
import Matching
import Testing

@testable import Site

/// The two halves of the search, the index in Swift and the reader in JavaScript, must split texts alike.
@Suite struct MachineFoldingTests {
    static let samples = [
        "", "Plain words, 42 of them.", "Ça va, Müller? Ångström & Søren Łódź", "İstanbul ISPARTA ıssız",
        "ΟΔΟΣ Ὀδυσσεύς",
        "Straße STRASSE œuvre Æon þing", "الأُمَّــة الإسلامية ٱلله على مدرسة", "کتاب یک ۱۲۳ ١٢٣", "שָׁלוֹם עוֹלָם",
        "कुल हिन्दी की",
        "東京タワーA1 です", "ไทย ภาษา x", "한국어 뉴스", "don’t l'eau Trump's",
        "a\u{200C}b soft\u{AD}hyphen \u{202E}rtl", "e\u{301}\u{327} Z\u{35B}algo",
        "x² ½ ⅷ ＡＢＣ", "emoji 👩‍🚀 end", "\u{1F1E6}\u{20000}\u{20001}\u{20002}", "Ёлка и ёж, Їжак",
        "ﬁrst oﬃce ＧＤＰ ２０２４年 ｶﾞｷﾞ ㎏ ℡ ﷺ Ⅷ CO₂ ＦＲＥＥ", "المصابيح مصابيح والجسر للجسر بجسر وزير لبنان الله اللجنة",
        "وَالبِلاد ٱلْكِتَاب ﻻ", "一 东 東京", "a\u{2028}b\u{2029}c\u{0}d", "…—", "Việt Nam Ệ",
    ]

    @Test(arguments: [
        ("Ça va, MÜLLER?", ["ca", "va", "muller"]), ("الأُمَّــة الإسلامية", ["امه", "اسلاميه"]),
        ("١٢٣ ۱۲۳", ["123", "123"]),
        ("東京タワー 2020", ["東京", "京タ", "タワ", "ワー", "2020"]), ("कुल हिन्दी", ["कुल", "हिन्दी"]),
        ("Straße, İstanbul", ["strasse", "istanbul"]),
        ("ＧＤＰ ２０２４ ﬁrst CO₂", ["gdp", "2024", "first", "co2"]),
        ("المصابيح مصابيح", ["مصابيح", "مصابيح"]),
        ("الجسر جسر بجسر للجسر والجسر", ["جسر", "جسر", "جسر", "جسر", "جسر"]),
        ("…", []),
    ])
    func aTextIsTakenApart(text: String, words: [String]) {
        #expect(Folding.words(text) == words)
    }

    @Test func theLastCharacterOfAScriptWithoutBlanksIsFound() {
        #expect(Folding.indexedWords("２０２４年 東京タ a") == ["2024", "年", "東京", "京タ", "タ", "a"])
        #expect(Folding.words("東京タ") == ["東京", "京タ"])
    }

    @Test(
        .enabled(if: Node.path != nil, "node is not installed, so the JavaScript half is not tested"),
        arguments: [
            ["indictment", "indictments", "indicted"], ["elections", "election", "elected"],
            ["hack", "hacked", "hackers", "hacking"], ["immigration", "immigrants", "immigrant"],
            ["vaccine", "vaccines", "vaccination"], ["company", "companies"],
            ["meddle", "meddling", "meddled"],
        ]
    )
    func englishFormsHaveOneStem(forms: [String]) throws {
        let literal = String(decoding: try JSONEncoder().encode(forms), as: UTF8.self)
        let output = try Node.run(
            "\(Node.search)\nconsole.log(new Set(\(literal).map(assaySearch.stem)).size, ['year', 'iran', 'is'].map(assaySearch.stem).join());"
        )
        #expect(String(decoding: output, as: UTF8.self) == "1 year,iran,is\n")
    }

    @Test func foldingTwiceChangesNothing() {
        for sample in Self.samples {
            #expect(Folding.fold(Folding.fold(sample)) == Folding.fold(sample), "\(sample)")
        }
    }

    @Test(.enabled(if: Node.path != nil, "node is not installed, so the JavaScript half is not compared"))
    func theBrowserTakesTextsApartInTheSameWay() throws {
        let samples = String(decoding: try JSONEncoder().encode(Self.samples), as: UTF8.self)
        let output = try Node.run(
            "\(Node.search)\nconsole.log(JSON.stringify(\(samples).map(assaySearch.words)));"
        )
        let words = try JSONDecoder().decode([[String]].self, from: output)
        #expect(words.count == Self.samples.count)
        for (sample, words) in zip(Self.samples, words) {
            #expect(Folding.words(sample).map(Array.init) == words.map(Array.init), "\(sample)")
            #expect(
                Folding.words(sample).map { Array($0.unicodeScalars) }
                    == words.map { Array($0.unicodeScalars) }
            )
        }
    }

    @Test(.enabled(if: Node.path != nil, "node is not installed, so the JavaScript half is not compared"))
    func theBrowserReadsListsAsTheyWereWritten() throws {
        let postings = [0, 1, 27, 28, 29, 812, 813, 22_000, 9_999_999].enumerated()
            .map { InvertedIndex.Posting(document: $0.element, impact: $0.offset * 6 + 1) }
        let text = String(decoding: PostingsText.bytes(postings), as: UTF8.self)
        let literal = String(decoding: try JSONEncoder().encode([text]), as: UTF8.self)
        let output = try Node.run(
            "\(Node.search)\nconst r = []; assaySearch.decode(\(literal)[0], true, (c, i) => r.push([c, i])); console.log(JSON.stringify(r));"
        )
        #expect(
            try JSONDecoder().decode([[Int]].self, from: output) == postings.map { [$0.document, $0.impact] }
        )
    }

    @Test(
        .enabled(if: Node.path != nil, "node is not installed, so the JavaScript half is not tested"),
        arguments: [
            ("goverment", "government", 2, false, 1), ("rtump", "trump", 1, false, 1),
            ("kbama", "obama", 1, false, 1),
            ("cat", "house", 1, false, 2), ("immigrti", "immigration", 2, true, 1),
            ("immi", "immigration", 1, true, 0),
            ("same", "same", 1, false, 0), ("abcdef", "abc", 1, false, 2),
        ]
    )
    func editsAreCounted(typed: String, word: String, limit: Int, open: Bool, edits: Int) throws {
        let output = try Node.run(
            "\(Node.search)\nconsole.log(assaySearch.distance('\(typed)', '\(word)', \(limit), \(open)));"
        )
        #expect(String(decoding: output, as: UTF8.self) == "\(edits)\n")
    }

    @Test func theScriptsTogetherStayBelowTwentyOneKilobytes() {
        let sizes = ["search.js", "previews.js"].compactMap { DefaultTheme.files[$0]?.count }
        #expect(sizes.count == 2)
        #expect(sizes.reduce(0, +) < 21_000)
    }
}

/// Node, which runs JavaScript without a browser.
private enum Node {
    static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/node" }.first(where: FileManager.default.isExecutableFile)

    static let search = String(decoding: DefaultTheme.files["search.js"] ?? [], as: UTF8.self)

    static func run(_ script: String) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString).js")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: try #require(path))
        process.arguments = [file.path]
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return output
    }
}
