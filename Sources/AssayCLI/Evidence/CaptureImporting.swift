import Assay
import Captures
import Diagnostics
import Editorial
import Files
import Newsroom
import WARC

/// The import of one file as a capture of a record.
struct CaptureImporting {
    let opened: OpenedNewsroom
    let options: ImportOptions
    /// Whether the record's front matter is edited.
    let writes: Bool
    let console: Console
    /// How the capture came about.
    var method = Capture.Method.imported

    /// The largest file that is imported, in bytes.
    private static let sizeLimit = 512 * 1024 * 1024

    /// Imports the file, and prints the lines that make the record stand on it.
    /// - Returns: whether the capture can be used, and all quotations stand in it.
    func run(_ path: String, for name: String) async throws -> Bool {
        let document = try CapturedDocuments(opened.newsroom).document(name)
        return try await run(try contents(of: path), path, for: document)
    }

    /// Imports the content of a file.
    func run(_ content: [UInt8], _ path: String, for document: any CapturedDocument) async throws -> Bool {
        let found = try imported(content, path, document)
        for remark in found.remarks { console.say("note: \(remark)") }
        guard found.capture.state.isUsable else {
            throw CommandFailure(
                "`\(path)` holds \(Self.refusal(found.capture)), and not the page; nothing was imported. Capture the page in a browser "
                    + "(ArchiveWeb.page, browsertrix) and import that"
            )
        }
        let capture = try store(found)
        let quotes = await CapturedQuotes(of: document, in: opened.newsroom, standIn: found.page)
        console.print(
            Report(quotes.diagnostics, in: opened.loaded)
        )
        report(capture, found, quotes)
        if !writes || !edit(document, capture) { Console.show(String(capture.snapshotLines.dropLast())) }
        return quotes.areThere
    }

    private func contents(of path: String) throws(CommandFailure) -> [UInt8] {
        do throws(FileProblem) {
            let path = path.contains("/") ? path : "./" + path
            return try StoredFile.contents(of: path, limit: Self.sizeLimit)
        } catch {
            throw CommandFailure("`\(path)` cannot be read: \(error)")
        }
    }

    private func imported(
        _ content: [UInt8],
        _ path: String,
        _ document: any CapturedDocument
    ) throws(CommandFailure) -> CaptureImport {
        let now = try DeskRoom.now()
        guard let time = options.at.flatMap({ WARCDate($0) }) ?? WARCDate(seconds: now.secondsSinceEpoch)
        else {
            throw CommandFailure("the clock says a time that no file can have")
        }
        let request = CaptureImport.Request(
            record: document.captured,
            addresses: document.addresses,
            main: options.main,
            time: time,
            software: "Assay \(Version.current)",
            newsroom: opened.newsroom.settings.name
        )
        do throws(CaptureImportProblem) {
            return try CaptureImport(content, name: path, request)
        } catch {
            throw CommandFailure(Self.message(for: error, path, document))
        }
    }

    /// Stores the capture; one that is in the lock already is not stored twice.
    private func store(_ found: CaptureImport) throws(CommandFailure) -> Capture {
        let store = CaptureStore(opened.folder)
        do throws(CaptureStore.Problem) {
            let known = try store.lock().captures(of: found.capture.source)
            if let same = known.first(where: {
                $0.sha256 == found.capture.sha256 && $0.main == found.capture.main
            }),
                store.isTaken(same.file)
            {
                console.say("it is captured already: \(same.file)")
                return same
            }
            let capture = found.capture.at(how: method).moved { store.isTaken($0) }
            try store.store(capture, found.file)
            return capture
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    private func report(_ capture: Capture, _ found: CaptureImport, _ quotes: CapturedQuotes) {
        console.say("\(capture.file): \(Self.summary(of: capture))")
        for secret in found.secrets.prefix(3) {
            console.say("it holds \(secret): end that session, so that nobody can use it")
        }
        guard quotes.count > 0 else { return }
        let missing = quotes.diagnostics.count
        console.say(
            missing == 0
                ? quotes.praise
                : "\(missing) of \(quotes.count) quotations \(missing == 1 ? "was" : "were") not found in it"
        )
    }

    /// Writes the snapshot into the record's front matter; false where a person has to.
    func edit(_ document: any CapturedDocument, _ capture: Capture) -> Bool {
        RecordEdit(folder: opened.folder, console: console).write(
            SnapshotEdit.applied(capture.file, capture.sha256, to: document),
            to: document,
            saying: "stands on it now"
        )
    }
}

// MARK: - Words

extension CaptureImporting {
    private static func summary(of capture: Capture) -> String {
        var parts = [capture.title.map { "“\($0.prefix(80))”" } ?? capture.final]
        if let status = capture.status { parts.append("status \(status)") }
        parts.append("captured \(capture.at)")
        if capture.state == .partial { parts.append("in part only") }
        if capture.missing > 0 { parts.append("\(capture.missing) of its parts are missing") }
        return parts.joined(separator: ", ")
    }

    private static func refusal(_ capture: Capture) -> String {
        let status = capture.status.map { " (\($0))" } ?? ""
        return capture.state == .blocked ? "the site's refusal\(status)" : "an error\(status)"
    }

    private static func message(
        for problem: CaptureImportProblem,
        _ path: String,
        _ document: any CapturedDocument
    ) -> String {
        switch problem {
        case .empty: "`\(path)` has no bytes"
        case .unknownFormat:
            "`\(path)` is in none of the formats that are imported: WARC, WACZ, HTML, PDF, PNG, JPEG, WebP, text"
        case .damaged(let clauses):
            "`\(path)` was not imported: \(clauses.prefix(3).joined(separator: "; "))"
                + (clauses.count > 3 ? "; and \(clauses.count - 3) more" : "")
        case .noPage(let wanted, let there):
            "`\(path)` has no page of `\(wanted)`; `--main ADDRESS` names one of those that it has: "
                + (there.isEmpty ? "none" : there.joined(separator: " "))
        case .noAddress:
            "\(document.file.path) has no `url`; write it there, or name the page with `--main ADDRESS`"
        case .notAnAddress(let text): "`--main \(text)` is no address, and no record of `\(path)`"
        case .unreadablePage(let clause): "the page in `\(path)` \(clause)"
        }
    }
}

extension CapturedQuotes {
    /// That all of them stand in the page, in words.
    var praise: String {
        switch count {
        case 1: "the quotation stands in it"
        case 2: "both quotations stand in it"
        default: "all \(count) quotations stand in it"
        }
    }
}

extension CapturedDocument {
    /// The addresses of the document, the canonical one first.
    var addresses: [String] {
        let others = (self as? Source)?.alsoAt ?? []
        return ([url].compactMap(\.self) + others).map(\.value)
    }
}

extension Capture {
    /// The capture at its path, or at that of the next second that is free.
    func moved(isTaken: (String) -> Bool) -> Capture {
        guard isTaken(file), let form = CapturePlace.Form(path: file), let time = WARCDate(at) else {
            return self
        }
        let free = (1..<3600).lazy.compactMap { WARCDate(milliseconds: time.milliseconds + $0 * 1000) }
            .map { CapturePlace.file(of: source, at: $0, form: form) }
            .first { !isTaken($0) }
        return free.map { at(path: $0) } ?? self
    }
}
