import Diagnostics
import Files
import Media
import Newsroom

/// What came of looking at one medium's file.
struct MediumReading: Sendable {
    /// The medium with its file; nil where the file cannot go out.
    private(set) var medium: Medium?
    private(set) var diagnostics: [Diagnostic] = []
    /// The text of a drawing that a finding points into.
    private(set) var drawing: SourceFile?
    private let settings: MediaSettings

    init(_ medium: Medium, in tree: FileTree, _ settings: MediaSettings, remembering memory: MediaMemory?) {
        self.settings = settings
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
                        ?? "put the file into \(Medium.folder)/, beside the record",
                fixes: [
                    isPath
                        ? nil
                        : near.flatMap { medium.file.fix(name, at: medium.fileName.range, with: $0, .unsafe) }
                ]
            )
            return
        }
        do throws(FileProblem) {
            if let memory {
                judge(try memory.inspection(of: entry, in: tree), medium, tree)
            } else {
                judge(try MediaInspection(of: entry, in: tree), medium, tree)
            }
        } catch {
            reportUnreadable(error, medium)
        }
    }

    private mutating func judge(_ found: MediaInspection, _ medium: Medium, _ tree: FileTree) {
        switch found.result {
        case .failure(let problem): refuse(problem, found.drawing, medium)
        case .success(let inspected):
            guard isOfItsType(inspected.format, medium), stands(inspected, medium) else { return }
            reportMetadata(inspected, medium)
            if diagnostics.hasErrors { return }
            let isPicture = inspected.format.family == .image
            let file = MediumFile(
                path: medium.path,
                byteCount: found.byteCount,
                sha256: found.sha256,
                inspected: inspected,
                goesOut: isPicture || found.byteCount <= settings.fileLimit,
                in: tree
            )
            reportSize(file, medium)
            self.medium = Medium(medium, content: file)
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

    /// Whether all browsers show a picture the same way up.
    private mutating func stands(_ found: InspectedMedia, _ medium: Medium) -> Bool {
        guard found.format == .webp, found.isTurned else { return true }
        let name = medium.fileName.value
        report(
            .mediaDamaged,
            "`\(name)` lies on its side or its head: only its metadata turn it, which not all browsers read in WebP",
            at: medium,
            "`vips autorot \(name) new.webp` turns the picture itself"
        )
        return false
    }

    private mutating func reportSize(_ file: MediumFile, _ medium: Medium) {
        let size = Self.megabytes(file.byteCount)
        if file.inspected.format.family == .image {
            guard file.byteCount > settings.pictureLimit else { return }
            report(
                .mediaTooLarge,
                "`\(medium.fileName.value)` has \(size), and readers load all of it",
                at: medium,
                "make the picture smaller: 2,000 pixels are enough for every screen"
            )
            return
        }
        guard !file.goesOut else { return }
        let limit = Self.megabytes(settings.fileLimit)
        let place = medium.readersAddress
        report(
            .mediaTooLarge,
            "`\(medium.fileName.value)` has \(size), more than the \(limit) that go out with the site: "
                + (place.map { "readers get a link to \($0)" } ?? "readers get no link to it"),
            at: medium,
            medium.url == nil
                ? "write `url:` with the address where you keep it for them, make it shorter, or raise `file-megabytes` in \(SiteSettings.path)"
                : "nothing, if they are to have it from there; else raise `file-megabytes` in \(SiteSettings.path)"
        )
    }

    /// A size in megabytes, rounded up, so that what is above a limit never looks equal to it.
    private static func megabytes(_ bytes: Int) -> String {
        "\((bytes + MediaSettings.megabyte - 1) / MediaSettings.megabyte) MB"
    }

    private mutating func reportMetadata(_ found: InspectedMedia, _ medium: Medium) {
        guard !medium.keepsMetadata else { return }
        let name = medium.fileName.value
        if !found.stays.isEmpty {
            let tool =
                switch found.format {
                case .pdf:
                    "`qpdf --empty --object-streams=disable --pages \(name) 1-z -- new.pdf` makes a file without"
                case .avif: "`exiftool -all= \(name)` takes them out of the file"
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

    private mutating func reportUnreadable(_ problem: FileProblem, _ medium: Medium) {
        let message = "`\(medium.fileName.value)` cannot be read: \(problem)"
        if case .tooLarge = problem {
            report(.mediaMissing, message, at: medium, "make it smaller, or shorter")
        } else {
            report(.mediaMissing, message, at: medium, "put the file itself beside the record")
        }
    }

    private mutating func refuse(_ problem: MediaProblem, _ text: [UInt8], _ medium: Medium) {
        let message = "`\(medium.fileName.value)` cannot go out: \(problem)"
        switch problem {
        case .unknownFormat:
            let formats = MediaFormat.allCases.map(\.ending).joined(separator: ", ")
            let foreign = ForeignFormat(path: medium.fileName.value)?.advice
            report(.mediaType, message, at: medium, foreign ?? "use one of these formats: \(formats)")
        case .truncated, .malformed:
            report(
                .mediaDamaged,
                message,
                at: medium,
                "save the file again, or get it anew from where it came"
            )
        case .unsafe(_, let offset):
            let file = SourceFile(path: medium.path, bytes: text)
            drawing = file
            report(
                .mediaUnsafe,
                message,
                at: medium,
                "take it out of the drawing, or save the drawing as PNG",
                labels: [.init(file.span(offset..<min(offset + 1, text.count)), "here")]
            )
        }
    }

    private mutating func report(
        _ rule: RuleID,
        _ message: String,
        at medium: Medium,
        _ help: String,
        labels: [Diagnostic.Label] = [],
        fixes: [Fix?] = []
    ) {
        diagnostics.append(
            Diagnostic(
                rule: rule,
                message: message,
                span: medium.file.span(medium.fileName.range),
                labels: labels,
                help: help,
                fixes: fixes.compactMap(\.self)
            )
        )
    }
}
