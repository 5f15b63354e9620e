import Addresses
import Diagnostics
import Newsroom
import Site
import Synchronization

/// A site to look at before it is printed: every file is made when it is asked for.
package struct Proof: Sendable {
    /// The newsroom that it shows, as its files are.
    package let newsroom: Newsroom
    private let edition: Edition
    private let renderer: SiteRenderer
    private let pages: [String: PageSubject]
    private let assets: [String: [UInt8]]
    private let media: [String: RenderedFile]
    private let machineFiles: MachineReadableCache

    init(_ newsroom: Newsroom, edition: Edition, theme: Theme, servedAt address: String) {
        self.newsroom = newsroom
        self.edition = edition
        renderer = SiteRenderer(
            edition: edition,
            theme: theme.templates,
            words: theme.words,
            servedAt: address
        )
        pages = Dictionary(
            SitePlan.pages(of: edition).map { ($0.route.path, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        assets = Dictionary(
            edition.assets(of: theme.templates).map { (Route.asset($0.key).path, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        media = Dictionary(MediaFiles.files(of: edition).map { ($0.route.path, $0) }) { first, _ in first }
        machineFiles = MachineReadableCache(edition, theme)
    }

    /// A file of the site, what went wrong when it was made, and the files of the records that it was made from.
    package typealias File = (bytes: [UInt8], diagnostics: [Diagnostic], sources: Set<String>)

    /// A file of the site.
    /// - Parameter path: the path in the output folder, such as `claims/an-id/index.html`.
    package func file(at path: String) -> File? {
        if let subject = pages[path] {
            let (file, diagnostics) = renderer.render(subject)
            return file.map { ($0.bytes, diagnostics, edition.files(behind: $0.inputs)) }
        }
        if let medium = media[path] { return (medium.bytes, [], edition.files(behind: medium.inputs)) }
        return (assets[path] ?? machineFiles.file(at: path) ?? edition.statics.bytes(of: path))
            .map { ($0, [], []) }
    }

    /// Whether the site has a page at a path; nothing is rendered.
    package func hasPage(at path: String) -> Bool { pages[path] != nil }

    /// What a host would serve for an address that leads nowhere.
    package var notFound: File? { file(at: Route.notFound.path) }
}

/// The files for programs: made all together when the first of them is asked for, because each takes a look at all
/// records.
private final class MachineReadableCache: Sendable {
    private let edition: Edition
    private let theme: Theme
    private let files = Mutex<[String: [UInt8]]?>(nil)

    init(_ edition: Edition, _ theme: Theme) {
        self.edition = edition
        self.theme = theme
    }

    func file(at path: String) -> [UInt8]? {
        files.withLock { files in
            let made =
                files
                ?? Dictionary(
                    MachineReadableFiles.files(of: edition, words: theme.words, theme: theme.templates)
                        .map { ($0.route.path, $0.bytes) },
                    uniquingKeysWith: { first, _ in first }
                )
            files = made
            return made[path]
        }
    }
}
