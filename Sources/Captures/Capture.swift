import Digests

/// One capture, as a line of the lock has it.
package struct Capture: Hashable, Sendable {
    /// The way in which a capture was made.
    package enum Method: String, Hashable, Sendable, CaseIterable {
        /// By Assay, over HTTP.
        case http
        /// By another program, and imported.
        case imported = "import"
        /// By a program that Assay ran.
        case command
    }

    /// The path of the file, in the newsroom's folder.
    package let file: String
    /// The SHA-256 of the file.
    package let sha256: Digest
    /// The size of the file, in bytes.
    package let bytes: Int
    /// The record that it is a capture of.
    package let source: CapturedRecord
    /// The address that was asked for.
    package let url: String
    /// The address of the page, behind all redirects.
    package let final: String
    /// The HTTP status of the page; nil for a file that came without HTTP.
    package let status: Int?
    /// The time: `2026-11-28T10:00:00Z`.
    package let at: String
    /// How it was made.
    package let how: Method
    /// The title of the page; nil where it has none.
    package let title: String?
    /// The id of the page's record in the file, without brackets: `urn:uuid:…`.
    package let main: String
    /// The SHA-256 of the page's entity-body.
    package let payload: Digest?
    /// The SHA-256 of the page's visible text (`VisibleText.digest`); nil where there is no text to read.
    package let text: Digest?
    /// The number of images, style sheets and the like in the file.
    package let requisites: Int
    /// The number of those that could not be fetched.
    package let missing: Int
    /// The reason for which the page is not whole, as in `WARC-Truncated`; nil for a whole one.
    package let truncated: String?
    /// The worth of the capture.
    package let state: CaptureState
    /// Whether the page was fetched twice, to learn which of its blocks change by themselves.
    package let hasBaseline: Bool

    /// Makes a capture.
    package init(
        file: String,
        sha256: Digest,
        bytes: Int,
        source: CapturedRecord,
        url: String,
        final: String,
        status: Int?,
        at: String,
        how: Method,
        title: String?,
        main: String,
        payload: Digest?,
        text: Digest?,
        requisites: Int = 0,
        missing: Int = 0,
        truncated: String? = nil,
        state: CaptureState,
        hasBaseline: Bool = false
    ) {
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
        self.source = source
        self.url = url
        self.final = final
        self.status = status
        self.at = at
        self.how = how
        self.title = title
        self.main = main
        self.payload = payload
        self.text = text
        self.requisites = requisites
        self.missing = missing
        self.truncated = truncated
        self.state = state
        self.hasBaseline = hasBaseline
    }

    /// The capture in a file at another path, or made in another way.
    package func at(path: String? = nil, how method: Method? = nil) -> Capture {
        Capture(
            file: path ?? file,
            sha256: sha256,
            bytes: bytes,
            source: source,
            url: url,
            final: final,
            status: status,
            at: at,
            how: method ?? how,
            title: title,
            main: main,
            payload: payload,
            text: text,
            requisites: requisites,
            missing: missing,
            truncated: truncated,
            state: state,
            hasBaseline: hasBaseline
        )
    }

    /// The lines of front matter that make a record stand on this capture.
    package var snapshotLines: String { "snapshot:\n  file: \(file)\n  sha256: \(sha256)\n" }
}
