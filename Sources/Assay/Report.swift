import Checks
import Diagnostics
import Digests
import Editorial
import Files
import Newsroom
import Site

/// What a command asks of the pipeline.
package struct Request: Sendable {
    /// The newsroom's folder.
    package let folder: FileTree
    /// The day that counts as today.
    package let today: CalendarDate
    /// Whether drafts are shown. What is built so is for the newsroom's own eyes.
    package let includesDrafts: Bool
    /// Whether a site is written although there are errors.
    package let keepsGoing: Bool
    /// Whether the output folder and the state of its last build may be copies, as continuous integration restores a cache.
    package let restoresCache: Bool
    /// The signatures that were verified before.
    package let signatures: SignatureMemory
    /// What was learnt of captured files before.
    package let captures: CaptureMemory
    /// Whether each capture has to be in the folder.
    package let requiresFiles: Bool
    /// Which program builds, where it is not this one: for tests.
    var program: Fingerprint?

    /// Makes a request.
    package init(
        folder: FileTree,
        today: CalendarDate,
        includesDrafts: Bool = false,
        keepsGoing: Bool = false,
        restoresCache: Bool = false,
        requiresFiles: Bool = false,
        remembering signatures: SignatureMemory = SignatureMemory(),
        _ captures: CaptureMemory = CaptureMemory()
    ) {
        self.captures = captures
        self.requiresFiles = requiresFiles
        self.signatures = signatures
        self.folder = folder
        self.today = today
        self.includesDrafts = includesDrafts
        self.keepsGoing = keepsGoing
        self.restoresCache = restoresCache
    }
}

extension Request {
    /// The same request for another state of the folder.
    func reading(_ folder: FileTree) -> Request {
        Request(
            folder: folder,
            today: today,
            includesDrafts: includesDrafts,
            keepsGoing: keepsGoing,
            requiresFiles: requiresFiles,
            remembering: signatures,
            captures
        )
    }
}

/// What a run found, and the files it found it in.
package struct Report: Sendable {
    /// What is wrong, sorted by place.
    package let diagnostics: [Diagnostic]
    /// All files that were read, by path, for printers that show lines.
    package let files: [String: SourceFile]
    /// What was built; nil when nothing was.
    package let site: BuiltSite?
    /// What the report came from, which lives as long as it: a command that ends with its report need not take a newsroom
    /// apart first, record by record.
    var origins: [any Sendable] = []

    /// Whether something stops a build.
    package var hasErrors: Bool { diagnostics.hasErrors }
}

/// A site that was written.
package struct BuiltSite: Hashable, Sendable {
    /// The output folder's absolute path.
    package let folder: String
    /// How many HTML pages it has.
    package let pageCount: Int
    /// How many files it has, pages included.
    package let fileCount: Int
    /// How many of them are new or have changed.
    package let changedCount: Int
    /// How many files of earlier builds were removed.
    package let removedCount: Int
}
