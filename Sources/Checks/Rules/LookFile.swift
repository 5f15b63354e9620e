import Diagnostics
import Media
import Newsroom

/// A file of the settings' `look` that is missing, or of a kind that pages cannot show.
struct LookFile: Rule {
    static let guide = RuleGuide(
        RuleID("look-file", .error),
        "Logo, icon, share image and font are files in `static/`, of a kind that browsers show.",
        why: """
            The files of the look are on every page: one that is missing leaves a gap in each of them. A drawing with scripts in
            it could run them for whoever opens the file itself.
            """,
        fix:
            "Put the file into `static/`: logos are SVG, PNG, WebP or AVIF, icons SVG or PNG, share images PNG or JPEG, fonts WOFF2, WOFF, TTF or OTF.",
        wrong: "look:\n  logo: logo.psd",
        right: "look:\n  logo: logo.svg"
    )

    /// The first bytes of fonts, by the ending of the file's name.
    private static let fonts: [String: [UInt8]] = [
        "woff2": Array("wOF2".utf8), "woff": Array("wOFF".utf8), "ttf": [0, 1, 0, 0],
        "otf": Array("OTTO".utf8),
    ]

    func check(_ context: CheckContext) -> [Finding] {
        let look = context.newsroom.settings.look
        let pictures = ["svg", "png", "webp", "avif"]
        let files: [(String, Located<String>?, [String])] = [
            ("logo", look.logo, pictures), ("logo-dark", look.darkLogo, pictures),
            ("icon", look.icon, ["svg", "png"]),
            ("share-image", look.shareImage, ["png", "jpg", "jpeg"]),
            ("typeface", look.fontFile, ["woff2", "woff", "ttf", "otf"]),
        ]
        return (files + look.icons.map { ("icons", $0, ["png"]) }).compactMap { field, file, kinds in
            file.flatMap { finding(on: $0, of: field, kinds, context) }
        }
    }

    private func finding(
        on file: Located<String>,
        of field: String,
        _ kinds: [String],
        _ context: CheckContext
    ) -> Finding? {
        let span = context.newsroom.settings.span(file)
        let place = "`\(StaticFiles.folder)/\(file.value)`"
        guard let bytes = context.statics.bytes(of: file.value) else {
            return Finding("there is no file \(place)", at: span, help: missingHelp(field, context))
        }
        let ending = file.value.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard kinds.contains(ending) else {
            let list = kinds.map { "`.\($0)`" }.joined(separator: ", ")
            return Finding(
                "\(place) cannot be the \(field)",
                at: span,
                help: "its name has to end in one of \(list)"
            )
        }
        if ending == "svg" {
            return DrawingCheck.problem(in: bytes).map { problem in
                Finding(
                    "\(place) \(problem)",
                    at: span,
                    help: "save it anew as a plain SVG, without scripts and links"
                )
            }
        }
        let isRight =
            Self.fonts[ending].map(bytes.starts)
            ?? (MediaFormat(magic: bytes) == MediaFormat(path: file.value))
        if isRight {
            let size = field == "icons" ? (try? InspectedMedia(bytes))?.size : nil
            return size.flatMap { size in
                size.width == size.height
                    ? nil
                    : Finding(
                        "\(place) has \(size.width) by \(size.height) pixels, and an icon is square",
                        at: span,
                        help: "save it anew with one side for both"
                    )
            }
        }
        return Finding(
            "\(place) is not what its name says",
            at: span,
            help: "save it anew in the format `.\(ending)`"
        )
    }

    private func missingHelp(_ field: String, _ context: CheckContext) -> String {
        if field == "typeface", context.statics.paths.isEmpty {
            return "write `serif`, `sans`, or a font file in `static/`"
        }
        return "put it there, or take `\(field)` out"
    }
}

/// What a drawing may not hold that stands on every page, and that readers can open by itself.
enum DrawingCheck {
    private static let forbidden = [
        "<script": "holds a script", "javascript:": "holds a script",
        "<foreignobject": "holds another document",
        "<!entity": "defines entities", "<!doctype": "names a document type",
    ]

    /// What is wrong with an SVG, to follow its name in a sentence; nil for a plain one.
    static func problem(in bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self)?.lowercased(), text.contains("<svg") else {
            return "is no SVG"
        }
        for (mark, problem) in forbidden.sorted(by: { $0.key < $1.key }) where text.contains(mark) {
            return problem
        }
        if hasHandler(text) { return "holds a script" }
        do throws(MediaProblem) {
            _ = try InspectedMedia(bytes)
            return nil
        } catch {
            return "cannot stand on a page: \(error)"
        }
    }

    /// Whether an element has an attribute such as `onload=`.
    private static func hasHandler(_ text: String) -> Bool {
        var previous = UInt8(ascii: "<")
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            let isStart = bytes[index...].starts(with: [UInt8(ascii: "o"), UInt8(ascii: "n")])
            let separators: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"), 0x22, 0x27]
            if isStart, separators.contains(previous) {
                let name = bytes[index...].prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
                let rest = bytes[name.endIndex...].drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
                if name.count > 2, rest.first == UInt8(ascii: "=") { return true }
            }
            previous = bytes[index]
        }
        return false
    }
}
