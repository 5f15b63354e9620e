import Addresses
import Captures
import Digests
import Editorial
import Newsroom

/// The stampings as readers get them, in `data/stamps`: lists, replies, proofs, and the roots of authorities.
///
/// A list names records by their captures. One that names a record that readers do not see stays in the newsroom, and so do
/// the heads of journals.
enum StampFiles {
    /// The files of an edition, without drafts even if the edition has them.
    static func files(of edition: Edition) -> [RenderedFile] {
        let shown = edition.stamps.manifests.map(\.files).filter { edition.shows($0) }
        guard !shown.isEmpty else { return [] }
        let parts = shown.flatMap { [$0.list] + $0.replies + [$0.proof].compactMap(\.self) }
        return parts.map { RenderedFile(route: .stamp($0.name), bytes: $0.bytes) }
            + edition.stamps.roots.map { RenderedFile(route: .stampRoot($0.name), bytes: $0.bytes) }
    }
}

extension Edition {
    /// Whether readers see every record that a stamping names.
    package func shows(_ manifest: StampedManifest) -> Bool {
        manifest.records?.allSatisfy { record in
            switch record {
            case .source(let id): records.sources[id].map { !isDraft($0) } ?? false
            case .article(let id): records.articles[id].map { !isDraft($0) } ?? false
            }
        } ?? false
    }

    /// What vouches for the time of a snapshot, earliest first.
    package func stamps(of snapshot: Snapshot?) -> [HeldStamp] {
        guard let snapshot, let digest = Digest(snapshot.sha256.value.lowercased()) else { return [] }
        return stamps.stamps(of: snapshot.file.value, digest)
    }
}
