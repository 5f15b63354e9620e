import Diagnostics
import Files

extension SiteManifest {
    /// Signs the list of a site's files, if they are the files that are there.
    /// - Returns: how many files the list has.
    public static func sign(_ tree: FileTree, with key: SigningKey) async throws(Refusal) -> Int {
        let bytes: [UInt8]
        do throws(FileProblem) { bytes = try tree.contents(of: path, limit: sizeLimit) } catch {
            throw Refusal("`\(path)` cannot be read: \(error)", help: "`assay build` writes a site with it")
        }
        guard let digests = digests(bytes) else {
            throw Refusal("`\(path)` is no list of files as Assay writes it", help: "build the site again")
        }
        if let difference = await ManifestCheck.differences(digests, in: tree).first {
            throw Refusal(
                "nothing was signed: \(difference.span?.file ?? path): \(difference.message)",
                help: "build the site again; `assay verify` shows all that differs"
            )
        }
        let signature = try await key.sign(bytes)
        do throws(FileProblem) {
            try tree.verify(folder: "data")
            try StoredFile.replace(tree.root + "/" + signaturePath, with: Array(signature.utf8))
        } catch {
            throw Refusal("`\(signaturePath)` cannot be written: \(error)")
        }
        return digests.count
    }
}
