import Digests
import WARC

/// A capture made of a file that another program left: a WARC or WACZ file byte for byte, or a document in a WARC file of its own.
package struct CaptureImport: Sendable {
    /// The content of the file to be stored.
    package let file: [UInt8]
    /// The line of the lock, for the time in it; another path may be needed where that is taken.
    package let capture: Capture
    /// The page.
    package let page: CapturedPage
    /// What is not as the standard has it, as clauses.
    package let remarks: [String]
    /// The secrets in it.
    package let secrets: [String]

    /// The circumstances of an import.
    package struct Request: Sendable {
        /// The record that it is a capture of.
        package let record: CapturedRecord
        /// The addresses of the record's document, the canonical one first.
        package let addresses: [String]
        /// The page that was chosen, by its address or by a record's id; nil leaves the choice to the addresses.
        package let main: String?
        /// When a document was saved; the records of WARC files say it themselves.
        package let time: WARCDate
        /// Who made the file of a document, such as `Assay 0.2`, and for which newsroom.
        package let software, newsroom: String

        /// Describes an import.
        package init(
            record: CapturedRecord,
            addresses: [String],
            main: String?,
            time: WARCDate,
            software: String,
            newsroom: String
        ) {
            self.record = record
            self.addresses = addresses
            self.main = main
            self.time = time
            self.software = software
            self.newsroom = newsroom
        }
    }

    /// Reads a file.
    /// - Parameter name: the file's name, whose ending says what a document is.
    package init(_ content: [UInt8], name: String, _ request: Request) throws(CaptureImportProblem) {
        guard !content.isEmpty else { throw .empty }
        if WARCReader.isWARC(content) || ZipArchive.isZip(content) && !Self.isDocument(name) {
            try self.init(records: content, request)
        } else {
            try self.init(document: content, name: name, request)
        }
    }

    private static func isDocument(_ name: String) -> Bool { MediaTypes.type(of: name) != nil }

    // MARK: - Files with records

    private init(records content: [UInt8], _ request: Request) throws(CaptureImportProblem) {
        let file: CaptureFile
        let choice: PageChoice
        do throws(WARCProblem) {
            file = try CaptureFile(content)
            choice = try PageChoice(in: file)
        } catch {
            throw .damaged(["\(error)"])
        }
        let chosen = try choice.page(request.main, request.addresses, listed: file.pages)
        let inspection = CaptureInspection(file, main: chosen.id)
        guard inspection.problems.isEmpty else { throw .damaged(inspection.problems) }
        guard let page = inspection.page else {
            throw .unreadablePage(inspection.remarks.last ?? "cannot be unpacked")
        }
        let form: CapturePlace.Form =
            ZipArchive.isZip(content) ? .packed : content.starts(with: Gzip.magic) ? .compressed : .plain
        self.init(
            content,
            form,
            page,
            chosen,
            remarks: inspection.remarks,
            secrets: inspection.secrets,
            requisites: choice.others(than: chosen),
            request
        )
    }

    private init(
        _ content: [UInt8],
        _ form: CapturePlace.Form,
        _ page: CapturedPage,
        _ chosen: PageChoice.Page,
        remarks: [String],
        secrets: [String],
        requisites: (found: Int, missing: Int),
        _ request: Request
    ) {
        let time = page.record.date ?? request.time
        let text = page.text
        let body = page.record.message?.entityBody
        let truncated = page.record["WARC-Truncated"] ?? (body?.isWhole ?? true ? nil : "unspecified")
        let state =
            page.record.message.map { CaptureState(of: $0, text: text, isWhole: truncated == nil) }
            ?? (text?.needsBrowser ?? false || truncated != nil ? .partial : .ok)
        file = content
        self.page = page
        self.remarks = remarks
        self.secrets = secrets
        capture = Capture(
            file: CapturePlace.file(of: request.record, at: time, form: form),
            sha256: Digest(of: content),
            bytes: content.count,
            source: request.record,
            url: chosen.asked,
            final: chosen.url,
            status: page.record.message?.status,
            at: time.seconds,
            how: .imported,
            title: text?.title ?? chosen.title,
            main: chosen.id,
            payload: Digest(of: page.record.payload),
            text: text?.digest,
            requisites: requisites.found,
            missing: requisites.missing,
            truncated: truncated,
            state: state
        )
    }

    // MARK: - Documents

    private init(document content: [UInt8], name: String, _ request: Request) throws(CaptureImportProblem) {
        guard let mediaType = Self.mediaType(of: content, name) else { throw .unknownFormat }
        guard let url = request.main ?? request.addresses.first else { throw .noAddress }
        guard url.contains(":") else { throw .notAnAddress(url) }
        let seed = content + Array("\n\(url)\n\(request.time)".utf8)
        let info = RecordID(derivedFrom: seed + [0])
        let id = RecordID(derivedFrom: seed + [1])
        // A picture stands for the page, and not for what the server sent.
        let target = mediaType.hasPrefix("image/") ? "urn:fullPage:\(url)" : url
        let records: [WARCRecord] = [
            .warcinfo(
                id: info,
                date: request.time,
                [
                    ("software", request.software), ("format", "WARC File Format 1.1"),
                    (
                        "conformsTo",
                        "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
                    ),
                    ("operator", request.newsroom),
                    ("description", "a file that was saved by another program"),
                ]
            ),
            .resource(
                id: id,
                date: request.time,
                url: target,
                mediaType: mediaType,
                content: content,
                info: info
            ),
        ]
        let page: CapturedPage
        do throws(WARCProblem) { page = try CapturedPage(records[1]) } catch { throw .damaged(["\(error)"]) }
        let chosen = PageChoice.Page(id: id.description, url: url, asked: url, title: nil)
        self.init(
            records.archive,
            .compressed,
            page,
            chosen,
            remarks: [],
            secrets: [],
            requisites: (0, 0),
            request
        )
    }

    /// The type of a document, by its bytes where they tell, and else by its name; nil for what cannot be evidence of a page.
    private static func mediaType(of content: [UInt8], _ name: String) -> String? {
        if content.starts(with: "%PDF-".utf8) { return "application/pdf" }
        if content.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if content.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if content.starts(with: "RIFF".utf8), content.dropFirst(8).starts(with: "WEBP".utf8) {
            return "image/webp"
        }
        let named = MediaTypes.type(of: name)
        let isBinary = named.map { $0.hasPrefix("image/") || $0 == "application/pdf" } ?? false
        if let named, !isBinary { return named }
        return CapturedContent(content, mediaType: nil) == .html ? "text/html" : nil
    }
}

/// A reason why a file cannot be imported. Nothing was written.
package enum CaptureImportProblem: Error, Hashable, Sendable {
    /// The file has no bytes.
    case empty
    /// The file is in none of the formats that are read.
    case unknownFormat
    /// Records are wrong, or not whole: clauses.
    case damaged([String])
    /// No record has the address; with the addresses that there are.
    case noPage(wanted: String, there: [String])
    /// Neither the record nor the command names an address.
    case noAddress
    /// `--main` is no address and no id.
    case notAnAddress(String)
    /// The body of the page cannot be read: a clause.
    case unreadablePage(String)
}
