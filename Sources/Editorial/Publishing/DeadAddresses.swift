import Addresses
import Diagnostics
import Files
import Newsroom

/// The pages of the site in the output folder whose records are gone, so that the next build would leave nothing at their addresses.
package enum DeadAddresses {
    /// The folders of pages that are about one thing each.
    private static let spaces: [(folder: SiteFolder, space: IDSpace)] = [
        (.claims, .record(.claim)), (.articles, .record(.article)), (.sources, .record(.source)),
        (.profiles, .record(.profile)), (.pages, .record(.page)), (.topics, .topic), (.rulings, .ruling),
    ]

    /// The findings; none without a site.
    ///
    /// A claim with a journal has findings of its own when it is gone.
    /// - Parameter site: the output folder, as the last build left it.
    package static func findings(_ site: FileTree, _ newsroom: Newsroom) -> [Diagnostic] {
        // A folder of another program has no such list.
        guard site.exists(Route.manifest.path) else { return [] }
        let journals = Set(PublishedBefore(site).journals.map(\.claim))
        return spaces.flatMap { folder, space in
            site.folderNames(in: folder.rawValue).sorted().compactMap { name -> Diagnostic? in
                let id = RecordID.normalised(name)
                guard name != Route.furtherPages, !(space == .record(.claim) && journals.contains(id)),
                    let path = Self.page(folder, name), site.exists(path),
                    !isThere(newsroom.formerIDs.current(space, id), space, newsroom)
                else { return nil }
                return finding(id, space, path)
            }
        }
    }

    private static func page(_ folder: SiteFolder, _ name: String) -> String? {
        let path = "\(folder.rawValue)/\(name)/\(Route.index)"
        return SiteFolder.subject(ofPage: path) == nil ? nil : path
    }

    private static func isThere(_ id: String, _ space: IDSpace, _ newsroom: Newsroom) -> Bool {
        switch space {
        case .topic: newsroom.settings.topic(id) != nil
        case .ruling: newsroom.settings.scale.ruling(id) != nil
        case .record(let kind): newsroom.isKnown(RecordKey(kind, id))
        }
    }

    private static func finding(_ id: String, _ space: IDSpace, _ page: String) -> Diagnostic {
        let file = space.kind.map { "\($0.folder)/\(id).md" } ?? SiteSettings.path
        let address = page.split(separator: "/").dropLast().joined(separator: "/")
        return Diagnostic(
            rule: .deadAddress,
            message:
                "the site in the output folder has `\(address)/`, and there is no \(space.word) `\(id)` any more",
            span: SourceFile(path: file, bytes: []).startSpan,
            help:
                "if it has another id now, put the old one back and give `assay rename \(space.word) \(id) NEW`; else restore it from git, or, if nobody was given its address, delete that folder"
        )
    }
}
