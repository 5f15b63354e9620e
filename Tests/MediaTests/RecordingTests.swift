import Testing

@testable import Media

/// Recordings, films and documents: Assay names their metadata, and does not take them out.
@Suite("Metadata of recordings and documents are named")
struct RecordingTests {
    private static func box(_ name: String, _ content: [UInt8] = []) -> [UInt8] {
        let length = content.count + 8
        return [0, 0, UInt8(length >> 8), UInt8(length & 0xFF)] + Array(name.utf8) + content
    }

    private static func header(_ name: String, time: UInt8) -> [UInt8] {
        box(name, [0, 0, 0, 0, 0, 0, 0, time] + [UInt8](repeating: 0, count: 16))
    }

    private static func film(
        _ added: [UInt8] = [],
        time: UInt8 = 0,
        tracks: [String] = ["vide", "soun"],
        inMovie: [UInt8] = []
    ) -> [UInt8] {
        let tracks = tracks.flatMap { track -> [UInt8] in
            let handler = box("hdlr", [UInt8](repeating: 0, count: 8) + Array(track.utf8) + [0, 0, 0, 0])
            return box("trak", header("tkhd", time: 0) + box("mdia", header("mdhd", time: 0) + handler))
        }
        return box("ftyp", Array("isom".utf8)) + box("moov", header("mvhd", time: time) + tracks + inMovie)
            + added
            + box("mdat", [1, 2, 3])
    }

    @Test("A film without metadata is taken")
    func plainFilm() throws {
        let found = try InspectedMedia(Self.film(Self.box("free", [0, 0, 0])))
        #expect(found.format == .mp4 && found.stays == [])
    }

    @Test(
        "A film's places of metadata are named",
        arguments: [
            (film(box("meta")), "a box `meta`"), (film(box("uuid", [1])), "a box `uuid`"),
            (film(box("udta")), "a box `udta`"), (film(box("free", Array("Secret".utf8))), "a box `free`"),
            (film(time: 9), "the time of the recording"),
            (film(tracks: ["vide", "meta"]), "a track of data"),
        ]
    )
    func metadata(bytes: [UInt8], stays: String) throws {
        #expect(try InspectedMedia(bytes).stays == [stays])
    }

    /// What `ffmpeg` writes into `moov` where there are no metadata: a list of them without entries.
    private static func frame(list: [UInt8], name: String = "") -> [UInt8] {
        let handler = box(
            "hdlr",
            [0, 0, 0, 0, 0, 0, 0, 0] + Array("mdirappl".utf8) + [UInt8](repeating: 0, count: 8)
                + Array(name.utf8) + [0]
        )
        return box("udta", box("meta", [0, 0, 0, 0] + handler + box("ilst", list)))
    }

    @Test("An empty list of metadata is none, and one entry is")
    func emptyList() throws {
        #expect(try InspectedMedia(Self.film(inMovie: Self.frame(list: []))).stays == [])
        for noted in [Self.frame(list: Self.box("data", [1])), Self.frame(list: [], name: "Secret")] {
            #expect(
                try InspectedMedia(Self.film(inMovie: noted)).stays == [
                    "a box `udta` with what its program noted"
                ]
            )
        }
    }

    private static func wave(_ chunks: [(name: String, content: [UInt8])]) -> [UInt8] {
        let parts = chunks.flatMap { name, content -> [UInt8] in
            let padding: [UInt8] = content.count % 2 == 1 ? [0] : []
            return Array(name.utf8) + [UInt8(content.count), 0, 0, 0] + content + padding
        }
        return Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVE".utf8) + parts
    }

    @Test("Every chunk of a WAV file but its sound is named, and words in the sound are none")
    func chunks() throws {
        let sound: [(String, [UInt8])] = [("fmt ", [0, 0]), ("data", Array("LIST of bext".utf8))]
        #expect(try InspectedMedia(Self.wave(sound)).stays == [])
        for name in ["LIST", "ID3 ", "iXML", "_PMX", "bext"] {
            let bytes = Self.wave([(name, [1])] + sound)
            #expect(try InspectedMedia(bytes).stays == ["a chunk `\(name)`"])
        }
        #expect(throws: MediaProblem.truncated) {
            try InspectedMedia(Array(Self.wave([("LIST", [1, 2])]).dropLast()))
        }
    }

    @Test(
        "A document's information, files, scripts and earlier states are named",
        arguments: [
            ("%PDF-1.7 %%EOF", []), ("%PDF-1.7 /Linearized %%EOF %%EOF", []),
            ("%PDF-1.7 %%EOF %%EOF", ["an earlier state of the document"]),
            ("%PDF-1.7 /EmbeddedFile %%EOF", ["files within it"]),
            ("%PDF-1.7 /JavaScript %%EOF", ["scripts"]),
            ("%PDF-1.7 /Info 1 0 R %%EOF", ["the document's information, such as its author"]),
        ] as [(String, [String])]
    )
    func document(text: String, stays: [String]) throws {
        #expect(try InspectedMedia(Array(text.utf8)).stays == stays)
    }

    @Test("Segments that no decoder reads do not go out, and Adobe's is cut to its length")
    func reserved() throws {
        let bytes = try Fixture.bytes("cmyk.jpg")
        let secret = Array("Secret".utf8)
        let added =
            Array(bytes[..<2]) + [0xFF, 0xF0, 0, 8] + secret + [0xFF, 0xC8, 0, 8] + secret
            + [0xFF, 0xEE, 0, 20] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 2] + secret
            + Array(bytes[2...])
        let found = try InspectedMedia(added)
        #expect(found.removed == ["a reserved segment", "data behind the colours"])
        #expect(!Fixture.holds("Secret", found.cleaned(added)))
    }
}
