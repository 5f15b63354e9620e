import Addresses
import Diagnostics
import Files

extension SiteManifest {
    /// Signs a site's manifest, if all files match it.
    /// - Returns: the number of files in the manifest.
    package static func sign(_ tree: FileTree, with key: SigningKey, mayAsk: Bool = false)
        async throws(Refusal) -> Int
    {
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try tree.contents(of: Route.manifest.path, limit: sizeLimit) } catch
        {
            throw Refusal(
                "`\(Route.manifest.path)` cannot be read: \(error)",
                help: "`assay build` writes a site with it"
            )
        }
        guard let digests = digests(bytes) else {
            throw Refusal(
                "`\(Route.manifest.path)` is no list of files as Assay writes it",
                help: "build the site again"
            )
        }
        if let difference = await ManifestCheck.differences(digests, in: tree).first {
            throw Refusal(
                "nothing was signed: \(difference.span?.file ?? Route.manifest.path): \(difference.message)",
                help: "build the site again; `assay verify` shows all that differs"
            )
        }
        let signature = try await key.sign(bytes, mayAsk: mayAsk)
        do throws(FileProblem) {
            try tree.verify(folder: SiteFolder.data.rawValue)
            try StoredFile.replace(
                tree.root + "/" + Route.manifestSignature.path,
                with: Array(signature.utf8)
            )
        } catch {
            throw Refusal("`\(Route.manifestSignature.path)` cannot be written: \(error)")
        }
        return digests.count
    }
}
