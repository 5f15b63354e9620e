import Checks
import Diagnostics
import Editorial
import Files
import Media
import Newsroom
import Site

/// Takes care that the pictures of an edition have copies in several widths, and that near-duplicates are found.
///
/// What was made stays in `.assay/pictures`, by the SHA-256 of the newsroom's own file, so that only new pictures cost time.
enum PictureStage {
    /// What came of it.
    struct Outcome: Sendable {
        let copies: PictureCopies
        let findings: [Diagnostic]
        /// The names of copies that could not be made: pages that show them have to be made again when they can.
        let failed: [String]

        static let nothing = Outcome(copies: .none, findings: [], failed: [])
    }

    /// A picture, and what of it has to be made.
    private struct Work: Sendable {
        let medium: Medium
        let file: MediumFile
        let widths: [Int]
        let needsHash: Bool
    }

    /// The endings of what is kept besides copies: a perceptual hash, and the note that a copy would be no smaller.
    private enum Ending {
        static let hash = ".hash"
        static let useless = ".none"
    }

    /// Pictures of more pixels are left as they are, because few computers can decode several at once.
    private static let pixelLimit = 150_000_000

    /// Makes what is missing.
    /// - Parameter known: the SHA-256 of all of the newsroom's media; what is kept of others is removed.
    static func prepare(_ edition: Edition, known: [String], in root: String) async -> Outcome {
        guard edition.records.settings.media.makesSizes, edition.records.media.count > 0 else {
            return .nothing
        }
        let folder = "\(root)/.assay/\(PictureCopies.folder)"
        let before = names(in: folder)
        let pictures = edition.records.media.filter { $0.content.map(isPicture) == true }
        let missing = pictures.compactMap { work(on: $0, before) }
        let canWork = missing.isEmpty || PictureScaler.isInstalled
        let failed = canWork ? await carryOut(missing, in: root) : missing.flatMap(copyNames)
        let after = forget(besides: known, in: folder)
        var findings = alike(pictures, in: root)
        if !failed.isEmpty { findings.append(note(failed.count, isInstalled: canWork, edition)) }
        return Outcome(
            copies: PictureCopies(names: after, root: root),
            findings: Checks.adjusted(findings, by: edition.records.settings),
            // A program that is missing is part of the program's own fingerprint.
            failed: canWork ? failed.sorted() : []
        )
    }

    private static func isPicture(_ file: MediumFile) -> Bool {
        let size = file.inspected.size.map { $0.width * $0.height } ?? .max
        return file.inspected.format.family == .image && file.inspected.format != .svg && size <= pixelLimit
    }

    private static func work(on medium: Medium, _ names: Set<String>) -> Work? {
        guard let file = medium.content else { return nil }
        let widths = PictureCopies.widths(of: file).filter { width in
            let name = PictureCopies.name(file, width: width)
            return !names.contains(name) && !names.contains(name + Ending.useless)
        }
        let needsHash = !names.contains(PictureCopies.stem(file) + Ending.hash)
        guard needsHash || !widths.isEmpty else { return nil }
        return Work(medium: medium, file: file, widths: widths, needsHash: needsHash)
    }

    private static func copyNames(_ work: Work) -> [String] {
        work.widths.map { PictureCopies.name(work.file, width: $0) }
    }

    /// Works on pictures in batches, as many at once as there are workers.
    /// - Returns: the names of the copies that could not be made.
    private static func carryOut(_ work: [Work], in root: String) async -> [String] {
        // Two records of one file have the same copies.
        var seen: Set<String> = []
        let work = work.filter { seen.insert($0.file.sha256).inserted }
        let batches = Dictionary(grouping: work, by: \.file.inspected.format.ending)
            .sorted { $0.key < $1.key }.flatMap { _, work in
                stride(from: 0, to: work.count, by: PictureScaler.batchSize).map { start in
                    Batch(work[start..<min(start + PictureScaler.batchSize, work.count)], in: root)
                }
            }
        return await withTaskGroup(of: [String].self) { group in
            var failed: [String] = []
            for (index, batch) in batches.enumerated() {
                if index >= Workers.count { failed += await group.next() ?? [] }
                if Task.isCancelled { break }
                group.addTask { await batch.carryOut() }
            }
            for await names in group { failed += names }
            return failed
        }
    }

    /// Some pictures of one format.
    private struct Batch: Sendable {
        private let work: [Work]
        private let root: String

        init(_ work: ArraySlice<Work>, in root: String) {
            self.work = Array(work)
            self.root = root
        }

        private var folder: String { "\(root)/.assay/\(PictureCopies.folder)" }

        private static func source(_ work: Work) -> String {
            "\(PictureCopies.stem(work.file)).source.\(work.file.inspected.format.ending)"
        }

        /// Makes copies and hashes.
        /// - Returns: the names of the copies that could not be made.
        func carryOut() async -> [String] {
            defer { for part in work { StoredFile.remove("\(folder)/\(Self.source(part))") } }
            // Another program gets a picture as it goes out, so that it never sees what was taken out of it.
            let sizes = work.map { part in
                let bytes = try? part.file.published(keepsMetadata: false)
                return bytes.flatMap { (try? keep(Self.source(part), $0)) == nil ? nil : $0.count }
            }
            let ready = zip(work, sizes).compactMap { part, size in size.map { (work: part, size: $0) } }
            var failed = zip(work, sizes).filter { $1 == nil }.flatMap { copyNames($0.0) }
            for width in PictureCopies.widths where !Task.isCancelled {
                failed += await copy(ready.filter { $0.work.widths.contains(width) }, width: width)
            }
            await hash(ready.map(\.work).filter(\.needsHash))
            return failed
        }

        private func copy(_ parts: [(work: Work, size: Int)], width: Int) async -> [String] {
            guard let first = parts.first else { return [] }
            let copies = await PictureScaler.copies(
                of: parts.map { Self.source($0.work) },
                first.work.file.inspected.format,
                width: width,
                in: folder,
                limit: PictureCopies.sizeLimit
            )
            return parts.compactMap { part in
                let name = PictureCopies.name(part.work.file, width: width)
                guard let copy = copies[Self.source(part.work)] else { return name }
                let isSmaller = copy.count < part.size
                try? keep(isSmaller ? name : name + Ending.useless, isSmaller ? copy : [])
                return nil
            }
        }

        private func hash(_ work: [Work]) async {
            guard !work.isEmpty, !Task.isCancelled else { return }
            let grids = await PictureScaler.grids(of: work.map(Self.source), in: folder)
            for part in work {
                // An even picture has no hash, and is not looked at again.
                let hash = grids[Self.source(part)].flatMap { PictureHash(ppm: $0) }.map { "\($0)" } ?? ""
                try? keep(PictureCopies.stem(part.file) + Ending.hash, Array(hash.utf8))
            }
        }

        private func keep(_ name: String, _ bytes: [UInt8]) throws(FileProblem) {
            try OwnFile("\(PictureCopies.folder)/\(name)", in: root).replace(with: bytes)
        }
    }

    private static func names(in folder: String) -> Set<String> {
        Set((try? FileTree(root: folder))?.names(in: "") ?? [])
    }

    /// Removes what is kept of pictures that the newsroom has no more.
    /// - Returns: the names of what stays.
    private static func forget(besides known: [String], in folder: String) -> Set<String> {
        let stems = Set(known.map { $0.prefix(32) })
        return names(in: folder).filter { name in
            let isUnfinished = name.contains(".source.") || name.contains(".new.")
            if stems.contains(name.prefix(32)), name.utf8.count > 32, !isUnfinished { return true }
            StoredFile.remove(folder + "/" + name)
            return false
        }
    }

    /// The notes on pictures that look alike: each names the first of those that it is like.
    ///
    /// Where one of two is the other's original, that is said already; the same file twice has a finding of its own.
    private static func alike(_ pictures: [Medium], in root: String) -> [Diagnostic] {
        let hashed = pictures.compactMap { medium -> (medium: Medium, hash: PictureHash)? in
            guard let file = medium.content else { return nil }
            let kept = OwnFile("\(PictureCopies.folder)/\(PictureCopies.stem(file))\(Ending.hash)", in: root)
            return kept.contents(limit: 64).flatMap { PictureHash(String(decoding: $0, as: UTF8.self)) }
                .map { (medium, $0) }
        }
        return hashed.indices.compactMap { index in
            let (medium, hash) = hashed[index]
            let other = hashed[..<index].first { $0.hash.isNear(hash) && !areTied($0.medium, medium) }?.medium
            return other.map { note(on: medium, like: $0) }
        }
    }

    private static func areTied(_ one: Medium, _ other: Medium) -> Bool {
        one.originalMedium?.value == other.id || other.originalMedium?.value == one.id
            || one.content?.sha256 == other.content?.sha256
    }

    private static func note(on medium: Medium, like other: Medium) -> Diagnostic {
        Diagnostic(
            rule: .mediaAlike,
            message: "this picture looks like that of the medium `\(other.id)`",
            span: medium.file.span(medium.fileName.range),
            labels: [.init(other.file.span(other.fileName.range), "the other one")],
            help:
                "if one was made from the other, say so with `original`; if they are the same, use one of the two; else nothing"
        )
    }

    private static func note(_ count: Int, isInstalled: Bool, _ edition: Edition) -> Diagnostic {
        let reason =
            isInstalled
            ? "\(count) smaller copies could not be made"
            : "the program `\(PictureScaler.program)` is not installed"
        return Diagnostic(
            rule: .pictureSizes,
            message: "readers on telephones load pictures in their full size: \(reason)",
            span: edition.records.settings.file.startSpan,
            help: isInstalled
                ? "open the pictures and save them again; `sizes: no` in `media` does without copies"
                : "install libvips (Debian: `libvips-tools`, macOS: `vips`), or write `sizes: no` in `media`"
        )
    }
}
