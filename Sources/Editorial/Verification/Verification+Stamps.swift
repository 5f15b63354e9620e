import Addresses
import Captures
import Diagnostics
import Digests
import Files
import Stamps

extension Verification {
    /// Verifies the stampings of a newsroom: replies and proofs, journals against their stamped heads, and stamped files.
    /// - Parameters:
    ///   - lock: the captures, whose files are compared with the lock elsewhere.
    ///   - headers: headers of Bitcoin's blocks, from a node that the user trusts; nil leaves blocks to the user.
    package mutating func verify(
        _ stamps: VerifiedStamps,
        _ desk: Desk,
        _ lock: CaptureLock,
        in tree: FileTree,
        headers: BlockHeaders? = nil
    ) {
        add(stamps.diagnostics + stamps.changedCaptures(lock) + stamps.earlyStamps(lock))
        add(stamps.cutJournals { desk.claims[$0]?.journal })
        verifyOtherFiles(stamps, lock, in: tree)
        verifyBlocks(stamps, headers)
    }

    /// Compares stamped files that are in no lock, and says which are not here.
    private mutating func verifyOtherFiles(
        _ stamps: VerifiedStamps,
        _ lock: CaptureLock,
        in tree: FileTree
    ) {
        var absent: Set<String> = []
        for manifest in stamps.manifests {
            for (path, digest) in manifest.files.files.sorted(by: { $0.key < $1.key })
            where lock[path] == nil && path != manifest.files.heads?.path {
                switch Result(catching: { () throws(FileProblem) in try tree.digest(of: path) }) {
                case .success(digest): continue
                case .success:
                    add([Self.changed(path, in: manifest.files.name)])
                case .failure(.missing) where !path.hasPrefix(CapturePlace.stamps + "/"):
                    absent.insert(path)
                case .failure: continue
                }
            }
        }
        for path in absent.sorted() {
            note(["`\(path)` was stamped, and is neither here nor in the lock: not checked"])
        }
    }

    private static func changed(_ path: String, in name: String) -> Diagnostic {
        Diagnostic(
            rule: .stampedOtherwise,
            message: "the file is not the one that was stamped (\(name)): its SHA-256 is another",
            span: SourceFile(path: path, bytes: []).startSpan,
            help: "restore it from git"
        )
    }

    /// Verifies the stampings that a site has published: replies and proofs against their lists. The captures themselves are not
    /// on the site.
    mutating func verifyPublishedStamps(
        _ site: FileTree,
        _ roots: StampRoots?,
        _ headers: BlockHeaders?
    ) async {
        let shelf = StampShelf.read(from: site, Route.stampFolder, roots: Route.stampRootFolder)
        let stamps = await VerifiedStamps(shelf, roots: roots, hasHeads: false)
        guard !stamps.manifests.isEmpty || !stamps.diagnostics.isEmpty else { return }
        add(stamps.diagnostics)
        verifyBlocks(stamps, headers)
        if roots == nil, !stamps.roots.isEmpty {
            note([
                "the roots of time stamps are the folder's own: whoever can change it can change them too; `--roots FILE` takes yours"
            ])
        }
    }

    /// Compares the blocks of proofs with headers, or says which block to look at.
    mutating func verifyBlocks(_ stamps: VerifiedStamps, _ headers: BlockHeaders?) {
        let all = stamps.manifests.flatMap(\.stamps)
        stampCount += all.count
        if all.contains(where: \.isBareToken) {
            let bare = all.filter(\.isBareToken).map { "`\($0.path)`" }.joined(separator: ", ")
            note(["\(bare): the bare token out of a reply; `openssl ts -verify` needs `-token_in` for it"])
        }
        for stamp in all {
            switch stamp.witness {
            case .authority: continue
            case .calendars(let calendars):
                note([
                    "`\(stamp.path)`: no block vouches for it yet; \(calendars.joined(separator: ", ")) promised one, and `assay stamp --upgrade` asks for it"
                ])
            case .block(let block): compare(block, with: headers, stamp)
            }
        }
    }

    private mutating func compare(_ block: BlockProof.Block, with headers: BlockHeaders?, _ stamp: HeldStamp)
    {
        guard let header = headers?[block.height] else {
            let missing = headers == nil ? "" : ", and the file of headers does not have it"
            note([
                "`\(stamp.path)`: Bitcoin's block \(block.height) has to have the Merkle root \(block.merkleRoot)\(missing)"
            ])
            return
        }
        guard header.merkleRoot == block.merkleRoot else {
            add([
                Diagnostic(
                    rule: .brokenStamp,
                    message:
                        "this proof proves nothing: Bitcoin's block \(block.height) has the Merkle root \(header.merkleRoot), and not \(block.merkleRoot)",
                    span: SourceFile(path: stamp.path, bytes: []).startSpan,
                    help: "restore the file from git; or look whether the headers are those of Bitcoin"
                )
            ])
            return
        }
        note([
            "`\(stamp.path)`: Bitcoin's block \(block.height) of \(header.time) vouches for it, by the headers that you gave"
        ])
    }
}
