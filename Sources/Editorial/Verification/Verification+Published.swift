import Addresses
import Diagnostics
import Digests
import Files
import Newsroom
import Stamps

extension Verification {
    /// Whether a folder has a file that only published sites have.
    package static func isPublishedSite(_ tree: FileTree) -> Bool {
        [Route.journals.path, Route.claimsJSON.path, Route.manifest.path].contains(where: tree.exists)
    }

    /// Verifies a published site: files against the manifest, journals, versions and signatures, data and pages
    /// against what was approved.
    ///
    ///     let found = await Verification.run(published: tree, signers: ownKeys)
    ///     found.isSound   // false if anything was changed since it was approved
    ///
    /// - Parameters:
    ///   - keys: the reader's own `allowed_signers`; nil takes the folder's, which proves less.
    ///   - roots: the reader's own certificates of time-stamp authorities; nil takes the folder's, which proves less.
    ///   - headers: headers of Bitcoin's blocks, from a node that the reader trusts.
    package static func run(
        published tree: FileTree,
        signers keys: [UInt8]? = nil,
        roots: StampRoots? = nil,
        _ headers: BlockHeaders? = nil
    ) async -> Verification {
        let own = keys.map { AllowedSigners(published: $0) }
        let site = PublishedSite(tree, signers: own)
        var verification = Verification()
        let manifest = await ManifestCheck(site, isOwnKeys: own != nil)
        verification.add(site.problems + manifest.diagnostics)
        verification.note(manifest.notes)
        if !site.hasList {
            verification.judgeMissingList(isRight: own == nil && !site.hasTracesOfJournals)
        }
        let approved = await verification.verifyJournals(of: site)
        verification.add(
            await Statements(site, approved, isVouchedFor: manifest.isVouchedFor).findings()
        )
        if !site.hasData, site.entries != nil {
            verification.note([
                "what depends on \(Route.claimsJSON.path) was not compared: tables, feeds, cards, structured data, and the titles and labels of pages"
            ])
        }
        if own?.profiles.contains(where: { $0.contains("@") }) ?? false {
            verification.note([
                "keys in a site belong to ids of profiles; the e-mail addresses in the key file are ignored"
            ])
        }
        await verification.verifyPublishedStamps(tree, roots, headers)
        if own == nil, site.signers != nil {
            verification.note(
                [
                    "the keys are the folder's own: whoever can change it can change them too; `--signers FILE` takes yours"
                ]
            )
        }
        return verification
    }

    /// Judges a site that has no list of journals.
    /// - Parameter isRight: whether it looks like the site of a newsroom without journals.
    private mutating func judgeMissingList(isRight: Bool) {
        if isRight {
            note(["the site has no journals: nothing in it shows what was approved, and by whom"])
        } else {
            let message =
                "there is no \(Route.journals.path): nothing shows what was approved; the file was taken away, or no journals are kept"
            add([PublishedSite.missing(Route.journals.path, message)])
        }
    }

    /// Verifies the journals.
    /// - Returns: the approved content of each valid one.
    private mutating func verifyJournals(of site: PublishedSite) async -> [ApprovedClaim] {
        let entries = site.entries ?? []
        let missing = entries.filter { site.journal($0) == nil }.map { entry in
            let path = Route.journal(entry.claim).path
            return PublishedSite.missing(path, "the journal `\(path)` is missing", claim: entry.claim)
        }
        add(missing)
        let found = entries.compactMap { entry in site.journal(entry).map { (entry, $0) } }
        let journals = found.map(\.1)
        let verifier = SignatureVerifier(
            signers: site.signers,
            policy: site.signatures,
            memory: SignatureMemory()
        )
        let signatures = await verifier.verify(journals)
        var approved: [ApprovedClaim] = []
        for ((entry, journal), signatures) in zip(found, signatures) {
            verify(
                journal,
                signatures,
                site.names,
                needsVersion: \.putsBeforeReaders,
                version: { site.version(of: entry.claim, $0) }
            )
            guard journal.isSound else { continue }
            let claim = ApprovedClaim(entry, journal, signatures.supposed, in: site)
            add(claim.listFindings)
            approved.append(claim)
        }
        add(
            JournalSignatures.unverifiableFindings(
                zip(journals, signatures).map { (journal: $0, signatures: $1) }
            )
        )
        return approved
    }
}
