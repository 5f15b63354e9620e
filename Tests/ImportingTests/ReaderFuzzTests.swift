import Testing

@testable import Importing

/// Inputs of each format, changed at random: whatever they are, reading ends, traps nowhere, and keeps its bounds.
struct ReaderFuzzTests {
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            // SplitMix64.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let seeds: [(name: String, text: String)] = [
        (
            "a.json",
            #"{"@graph":[{"@type":"ClaimReview","url":"https://f.example/a","claimReviewed":"It \"rains\", yes","datePublished":"2024-01-02","author":{"name":"F"},"itemReviewed":{"author":{"@type":"Person","name":"A"},"appearance":["https://s.example/1"]},"reviewRating":{"ratingValue":2,"bestRating":5,"worstRating":1,"alternateName":"False"}}]}"#
        ),
        (
            "b.json",
            #"{"claims":[{"text":"a","claimant":"b","claimDate":"2024-01-01","claimReview":[{"publisher":{"name":"F","site":"f.example"},"url":"https://f.example/","textualRating":"No"}]}]}"#
        ),
        (
            "c.json",
            #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"x","content_html":"<p>a&amp;b</p>"}]}"#
        ),
        (
            "d.json",
            #"{"$schema":"https://a/data/claims.schema.json","scale":{"rulings":[{"id":"f","number":1}]},"claims":[{"statement":"x","verdict":{"ruling":"f"}}]}"#
        ),
        ("e.csv", "claim,who,date,url\n\"a \"\"b\"\"\",c,3/4/2018,https://a.example/\nd,e,f,g\n"),
        ("f.tsv", "claim\twho\na\tb\n"),
        ("g.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>x & y\n\n00:02.000 --> 00:03.000\nz.\n"),
        ("h.srt", "1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:02,000 --> 00:00:03,000\ny\n"),
        ("i.txt", "[00:01] Ann: x\n\nBob: y\n"),
        (
            "j.xml",
            "<?xml version=\"1.0\"?><rss><channel><language>en</language><item><title>a &amp; b</title><link>https://f.example/</link><pubDate>Wed, 02 Oct 2002 13:00:00 GMT</pubDate></item></channel></rss>"
        ),
        (
            "k.xml",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>a</title><link href=\"https://f.example/\"/></entry></feed>"
        ),
        (
            "l.html",
            "<html><link rel=canonical href=\"https://f.example/\"><script type=\"application/ld+json\">{\"@type\":\"ClaimReview\",\"claimReviewed\":\"x\"}</script></html>"
        ),
    ]

    private static let pieces: [String] = [
        "\"", "{", "}", "[", "]", ",", ":", "<", ">", "&", "]]>", "<!--", "-->", "<![CDATA[", "\\u",
        "\\ud800", "\\",
        "\0", "\n\n", "\r", "\t", ";", "'", "//", "/*", "<script", "</script", "-->", "00:",
        "99999999999999999999",
        "-1", "1e999", "\u{202E}", "é", "😀", "http://", "https://a,https://b",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;",
        "null", "\u{FEFF}",
    ]

    @Test("Every reader bears changed inputs", arguments: 1...12)
    func changed(round: Int) throws {
        var random = Generator(state: UInt64(round) &* 7919)
        for (name, text) in Self.seeds {
            for _ in 0..<60 {
                let bytes = Self.changed(Array(text.utf8), &random)
                for map in [nil, ColumnMap(columns: [.words: "claim"])] {
                    guard let file = try? ImportedFile(bytes, name: name, map: map) else { continue }
                    for item in file.items {
                        #expect(!item.words.isEmpty && item.words.count <= ImportLimits.words)
                        #expect(
                            item.places.allSatisfy {
                                $0.hasPrefix("http") || $0.hasPrefix("HTTP")
                                    || $0.lowercased().hasPrefix("http")
                            }
                        )
                        #expect(!item.words.unicodeScalars.contains("\u{202E}"))
                    }
                    #expect(file.transcript?.passages.allSatisfy { !$0.words.isEmpty } ?? true)
                }
            }
        }
    }

    private static func changed(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0:
                bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
            case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2 where place < bytes.count:
                bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
            case 3: bytes = Array(bytes.prefix(place))
            default:
                let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
                if place < end { bytes.insert(contentsOf: Array(bytes[place..<end]), at: place) }
            }
        }
        return bytes
    }

    @Test("Nesting deeper than anybody writes is read as far as it goes")
    func deep() {
        for open in ["[", "{\"a\":", "[{\"@graph\":"] {
            let bytes = Array(String(repeating: open, count: 100_000).utf8)
            _ = try? ImportedFile(bytes, name: "x.json")
        }
    }
}
