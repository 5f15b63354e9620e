import Diagnostics
import Digests
import Files
import Media
import Newsroom

extension LoadedNewsroom {
    /// The newsroom, with what was found of the files of its media.
    ///
    /// A medium whose file cannot go out has no file in the newsroom, and a finding that says why. Files are read and hashed each
    /// time, because a time stamp must not vouch for a picture.
    package func readingMedia(in tree: FileTree) async -> LoadedNewsroom {
        guard let newsroom else { return self }
        let outcomes = await Array(newsroom.media).concurrentMap { MediumReading($0, in: tree) }
        let strays = MediumReading.strays(beside: Array(newsroom.media), in: tree)
        guard !outcomes.isEmpty || !strays.isEmpty else { return self }
        let found = outcomes.compactMap(\.medium)
        return replacing(
            found.isEmpty ? newsroom : newsroom.replacing(found),
            adding: outcomes.flatMap(\.diagnostics) + Self.twice(found) + strays,
            Dictionary(outcomes.compactMap(\.drawing).map { ($0.path, $0) }) { first, _ in first }
        )
    }

    /// The findings for files that are the same, byte for byte.
    private static func twice(_ media: [Medium]) -> [Diagnostic] {
        var first: [String: Medium] = [:]
        return media.compactMap { medium in
            guard let digest = medium.content?.sha256 else { return nil }
            guard let earlier = first[digest] else {
                first[digest] = medium
                return nil
            }
            return Diagnostic(
                rule: .mediaTwice,
                message: "this is the same file as that of the medium `\(earlier.id)`, byte for byte",
                span: medium.file.span(medium.fileName.range),
                labels: [.init(earlier.file.span(earlier.fileName.range), "the other one")],
                help: "use `\(earlier.id)` in its place, and delete one of the two"
            )
        }
    }
}

/// What came of looking at one medium's file.
private struct MediumReading: Sendable {
    /// The medium with its file; nil where the file cannot go out.
    private(set) var medium: Medium?
    private(set) var diagnostics: [Diagnostic] = []
    /// The text of a drawing that a finding points into.
    private(set) var drawing: SourceFile?

    /// The largest picture that gives no warning, in bytes.
    private static let pictureLimit = 5 * 1024 * 1024

    init(_ medium: Medium, in tree: FileTree) {
        let name = medium.fileName.value
        guard !name.contains("/"), !name.hasPrefix("."), let entry = tree.entry(at: medium.path) else {
            let near = Suggestion.nearest(
                to: name,
                among: tree.names(in: Medium.folder).filter { !$0.hasSuffix(".md") }
            )
            let isPath = name.contains("/")
            report(
                .mediaMissing,
                isPath ? "`file` holds a path" : "there is no file `\(name)` beside this record",
                at: medium,
                isPath
                    ? "put the file into \(Medium.folder)/, beside the record, and write its name alone"
                    : near.map { "did you mean `\($0)`?" }
                        ?? "put the file into \(Medium.folder)/, beside the record"
            )
            return
        }
        do throws(FileProblem) {
            let bytes = try tree.contents(of: entry, limit: MediumFile.sizeLimit)
            judge(bytes, medium, tree)
        } catch {
            report(
                .mediaMissing,
                "`\(name)` cannot be read: \(error)",
                at: medium,
                "put the file itself beside the record"
            )
        }
    }

    private mutating func judge(_ bytes: [UInt8], _ medium: Medium, _ tree: FileTree) {
        let name = medium.fileName.value
        do throws(MediaProblem) {
            let found = try InspectedMedia(bytes)
            guard isOfItsType(found.format, medium) else { return }
            let file = MediumFile(
                path: medium.path,
                byteCount: bytes.count,
                sha256: Digest(of: bytes).hexadecimal,
                inspected: found,
                in: tree
            )
            reportMetadata(found, medium)
            if diagnostics.hasErrors { return }
            if found.format.family == .image, bytes.count > Self.pictureLimit {
                report(
                    .mediaTooLarge,
                    "`\(name)` has \(bytes.count / 1_000_000) MB, and readers load all of it",
                    at: medium,
                    "make the picture smaller: 2,000 pixels are enough for every screen"
                )
            }
            self.medium = Medium(medium, content: file)
        } catch {
            refuse(error, bytes, medium)
        }
    }

    private mutating func isOfItsType(_ format: MediaFormat, _ medium: Medium) -> Bool {
        let name = medium.fileName.value
        if MediaFormat(path: name) != format {
            report(
                .mediaType,
                "`\(name)` is \(format.name), and its name says something else",
                at: medium,
                "rename it so that it ends in `.\(format.ending)`"
            )
            return false
        }
        let isRight =
            switch (medium.mediumKind, format.family) {
            case (.image, .image), (.post, .image), (.audio, .audio), (.video, .video),
                (.document, .document):
                true
            default: false
            }
        if !isRight {
            report(
                .mediaType,
                "`\(name)` is \(format.name), and `kind` says `\(medium.mediumKind.rawValue)`",
                at: medium,
                medium.mediumKind == .post ? "a post's file is a picture of it" : "write the kind that it is"
            )
        }
        return isRight
    }

    private mutating func reportMetadata(_ found: InspectedMedia, _ medium: Medium) {
        guard !medium.keepsMetadata else { return }
        let name = medium.fileName.value
        if !found.stays.isEmpty {
            let tool =
                switch found.format {
                case .pdf:
                    "`qpdf --empty --object-streams=disable --pages \(name) 1-z -- new.pdf` makes a file without"
                case .avif: "`exiftool -all= \(name)` takes them out"
                case .mp3:
                    "`ffmpeg -i \(name) -map_metadata -1 -id3v2_version 0 -write_xing 0 -c copy new.mp3` makes a file without"
                case .ogg, .webm:
                    "Assay cannot look into it: take metadata out with `ffmpeg`, look with `ffprobe`"
                default:
                    "`ffmpeg -i \(name) -map_metadata -1 -fflags +bitexact -flags +bitexact -c copy new.\(found.format.ending)` makes a file without"
                }
            report(
                .mediaMetadataStays,
                "`\(name)` would go out with \(found.stays.joined(separator: ", "))",
                at: medium,
                "\(tool); write `keep-metadata: yes` if readers may have what is left"
            )
        }
        if !found.removed.isEmpty {
            report(
                .mediaMetadata,
                "`\(name)` goes out without \(found.removed.joined(separator: ", "))",
                at: medium,
                "nothing, where only the site is public; \(Self.cleaning(name, found.format)), which voids sign-offs"
            )
        }
    }

    /// The way to take metadata out of a picture's own file. The orientation and the profile of the colours have to stay.
    private static func cleaning(_ name: String, _ format: MediaFormat) -> String {
        format == .svg
            ? "saved as plain SVG by its editor, the file has none either"
            : "`exiftool -all= -tagsfromfile @ -orientation -icc_profile \(name)` takes them out of the file too"
    }

    private mutating func refuse(_ problem: MediaProblem, _ bytes: [UInt8], _ medium: Medium) {
        let message = "`\(medium.fileName.value)` cannot go out: \(problem)"
        switch problem {
        case .unknownFormat:
            let formats = MediaFormat.allCases.map(\.ending).joined(separator: ", ")
            report(.mediaType, message, at: medium, "use one of these formats: \(formats)")
        case .truncated, .malformed:
            report(
                .mediaDamaged,
                message,
                at: medium,
                "save the file again, or get it anew from where it came"
            )
        case .unsafe(_, let offset):
            let file = SourceFile(path: medium.path, bytes: bytes)
            drawing = file
            report(
                .mediaUnsafe,
                message,
                at: medium,
                "take it out of the drawing, or save the drawing as PNG",
                labels: [.init(file.span(offset..<min(offset + 1, bytes.count)), "here")]
            )
        }
    }

    private mutating func report(
        _ rule: RuleID,
        _ message: String,
        at medium: Medium,
        _ help: String,
        labels: [Diagnostic.Label] = []
    ) {
        diagnostics.append(
            Diagnostic(
                rule: rule,
                message: message,
                span: medium.file.span(medium.fileName.range),
                labels: labels,
                help: help
            )
        )
    }

    /// The findings for files beside records that no record names.
    static func strays(beside media: [Medium], in tree: FileTree) -> [Diagnostic] {
        let named = Set(media.map(\.path))
        return tree.files(below: Medium.folder).filter { entry in
            !entry.path.hasSuffix(".md") && !named.contains(entry.path)
                && MediaFormat(path: entry.path) != nil
        }.map { entry in
            Diagnostic(
                rule: .unreadFile,
                message: "no record names this file, so nothing shows it",
                span: SourceFile(path: entry.path, bytes: []).startSpan,
                help: "`assay new media \(entry.path)` makes its record; or delete the file"
            )
        }
    }
}
