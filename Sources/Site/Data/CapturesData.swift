import Addresses
import Captures
import Diagnostics
import Editorial
import Newsroom

/// The data file of what is held: `data/captures.json`, which names each copy that a published source or article stands on.
///
/// `docs/data.md` describes it; `data/captures.schema.json` is its JSON Schema. The copies themselves are not published.
struct CapturesData: Sendable {
    /// The version of the format. It rises when a field changes its meaning or is removed, and not for a new field.
    static let version = 1

    private let edition: Edition
    private let documents: [Document]

    /// A source or an article with its copy.
    private struct Document: Sendable {
        let key: RecordKey
        let title: String
        let copy: HeldCopy
        let stamps: [HeldStamp]
    }

    /// Collects the copies of an edition, without drafts even if the edition has them.
    init(_ edition: Edition) {
        self.edition = edition
        let sources = edition.records.sources.compactMap { Self.document($0, $0.title.value, edition) }
        let articles = edition.records.articles.compactMap { Self.document($0, $0.title.value, edition) }
        documents = (sources + articles).sorted {
            ($0.key.kind.rawValue, $0.key.id) < ($1.key.kind.rawValue, $1.key.id)
        }
    }

    /// Whether nothing is held.
    var isEmpty: Bool { documents.isEmpty }

    private static func document(
        _ record: some CapturedDocument,
        _ title: String,
        _ edition: Edition
    ) -> Document? {
        guard !edition.isDraft(record), let copy = record.snapshot.flatMap(edition.records.captures.copy)
        else {
            return nil
        }
        return Document(
            key: RecordKey(of: record),
            title: title,
            copy: copy,
            stamps: edition.stamps(of: record.snapshot).filter(\.isVouchedFor)
        )
    }

    /// Writes the file, without a line end.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.add("$schema", edition.address(.capturesSchema))
            json.add("version", Self.version)
            json.add("name", edition.records.settings.name)
            json.add("url", edition.siteAddress)
            json.array("captures") { json in
                for document in documents { write(document, to: &json) }
            }
        }
    }

    private func write(_ document: Document, to json: inout JSONWriter) {
        let capture = document.copy.capture
        json.object { json in
            json.add("kind", document.key.kind.rawValue)
            json.add("id", document.key.id)
            json.add("title", document.title)
            json.add("url", edition.address(.record(document.key.kind, document.key.id)))
            json.add("sha256", document.copy.digest.hexadecimal)
            json.add("bytes", capture?.bytes)
            json.add("captured", capture?.at)
            json.add("address", capture?.final)
            json.add("status", capture?.status)
            json.add("payload", capture?.payload?.hexadecimal)
            json.add("state", capture?.state.rawValue)
            guard !document.stamps.isEmpty else { return }
            json.array("stamps") { json in
                for stamp in document.stamps { write(stamp, to: &json) }
            }
        }
    }

    private func write(_ stamp: HeldStamp, to json: inout JSONWriter) {
        json.object { json in
            json.add("by", stamp.name)
            json.add("at", stamp.time?.description)
            // A list that names what readers do not see is not on the site, and neither are its stamps.
            guard let manifest = edition.stamps[stamp.manifest], edition.shows(manifest.files) else { return }
            json.add("list", edition.address(.stamp(manifest.files.list.name)))
            json.add("proof", edition.address(.stamp(stamp.fileName)))
        }
    }

    /// The JSON Schema (draft 2020-12) of the file.
    func schema() -> JSONValue {
        .object([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .string(edition.address(.capturesSchema)),
            "title": "Captured copies of sources and articles",
            "type": "object",
            "required": ["version", "name", "url", "captures"],
            "properties": .object([
                "version": ClaimsData.described(
                    "Raised when a field changes its meaning or goes away.",
                    .object(["const": .integer(Self.version)])
                ),
                "name": ClaimsData.text("The site's name."),
                "url": ClaimsData.address("Where the site is published."),
                "captures": ClaimsData.list("The copies that published records stand on.", of: "capture"),
            ]),
            "$defs": .object(["capture": Self.capture, "stamp": Self.stamp]),
        ])
    }

    private static let capture = ClaimsData.record(
        ["kind", "id", "title", "url", "sha256"],
        .object([
            "kind": ClaimsData.described("What it is a copy of.", .object(["enum": ["source", "article"]])),
            "id": ClaimsData.text("The record's id."),
            "title": ClaimsData.text("The record's title."),
            "url": ClaimsData.address("The record's page on this site."),
            "sha256": digest("The SHA-256 of the captured file."),
            "bytes": ClaimsData.described("Its size.", .object(["type": "integer", "minimum": 0])),
            "captured": ClaimsData.described(
                "When it was captured, by the newsroom's clock.",
                .object(["type": "string", "format": "date-time"])
            ),
            "address": ClaimsData.address("Where the page was found, behind all redirects."),
            "status": ClaimsData.described("The HTTP status of the page.", .object(["type": "integer"])),
            "payload": digest("The SHA-256 of the page alone, without headers and transfer encoding."),
            "state": ClaimsData.choice("Whether the page came as a whole.", CaptureState.allCases),
            "stamps": ClaimsData.list("Who else vouches that the file existed at a time.", of: "stamp"),
        ])
    )

    private static let stamp = ClaimsData.record(
        ["by"],
        .object([
            "by": ClaimsData.text("The authority, as its certificate names it, or a block of Bitcoin."),
            "at": ClaimsData.described(
                "The time, by the authority's clock.",
                .object(["type": "string", "format": "date-time"])
            ),
            "list": ClaimsData.address(
                "The stamped list of files, as `sha256sum` reads it, if it is published."
            ),
            "proof": ClaimsData.address("The authority's reply (RFC 3161), or the proof of OpenTimestamps."),
        ])
    )

    private static func digest(_ description: String) -> JSONValue {
        ClaimsData.described(description, .object(["type": "string", "pattern": "^[0-9a-f]{64}$"]))
    }
}
