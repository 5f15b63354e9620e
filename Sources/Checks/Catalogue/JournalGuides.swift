import Diagnostics
import Editorial

extension RuleCatalogue {
    /// Rules about journals, versions and signatures: reported where the policy's mode is `newsroom`, and by `assay verify`.
    static let journalGuides: [RuleGuide] = JournalRule.allCases.map(guide)

    private static func guide(_ rule: JournalRule) -> RuleGuide {
        let text = text(of: rule)
        return RuleGuide(
            rule.rawValue,
            severity(of: rule),
            text.summary,
            why: text.why,
            fix: text.fix,
            wrong: text.wrong,
            right: text.right,
            isAdjustable: [
                .staleSignOff, .earlierForm, .renamedReviewer, .publishedWithoutApproval, .timeOrder,
                .adoptedWithoutReview,
                .ignoredField,
            ].contains(rule)
        )
    }

    private static func severity(of rule: JournalRule) -> Diagnostic.Severity {
        switch rule {
        case .staleSignOff, .earlierForm, .renamedReviewer, .ignoredField: .warning
        case .adoptedWithoutReview: .note
        default: .error
        }
    }

    private typealias Text = (summary: String, why: String, fix: String, wrong: String, right: String)

    private static func text(of rule: JournalRule) -> Text {
        switch rule {
        case .broken, .forked, .halfWritten, .timeOrder, .impossibleEvent, .missingJournal: journalText(rule)
        case .missingVersion, .changedVersion, .unnamedVersion, .changedPage: versionText(rule)
        case .badSignature, .missingSignature, .unverifiableSignature: signatureText(rule)
        case .changedAfterPublication, .staleSignOff, .earlierForm, .renamedReviewer,
            .publishedWithoutApproval:
            approvalText(rule)
        case .notAdopted, .adoptedWithoutReview, .ignoredField: adoptionText(rule)
        }
    }

    private static func journalText(_ rule: JournalRule) -> Text {
        switch rule {
        case .forked:
            (
                "A journal has one line after each line.",
                "Two branches both wrote in the journal, and a merge put their lines together. Nothing is lost, but the order is not settled.",
                "`assay journal rebase CLAIM` puts one branch's lines after the other's. Signatures still hold.",
                "{\"previous\":\"5d0c…\", …}\n{\"previous\":\"5d0c…\", …}",
                "{\"previous\":\"5d0c…\", …}\n{\"previous\":\"91aa…\",\"mended\":\"5d0c…\", …}"
            )
        case .halfWritten:
            (
                "Every line of a journal has its end.",
                "The power went, or the disk was full, while a line was written, or an editor left out the last line feed. The lines before it stand.",
                "`assay journal rebase CLAIM` puts a missing line feed back, and takes an unfinished line away; then give the command again.",
                "{\"previous\":\"5d0c…\",\"claim\":\"of",
                "{\"previous\":\"5d0c…\",\"claim\":\"offer\", …}"
            )
        case .timeOrder:
            (
                "Times rise along a journal.",
                "A line names the one before it, so it is later. One that says it is earlier was written with a wrong clock, or to pass for older than it is: with a key that has run out since, for example. Clocks may differ by five minutes.",
                "Ask who wrote the line. Where only the clock was wrong, say so with `assay comment`, and give the rule another severity in `content/site.yaml` until the claim has been reviewed again.",
                "{…,\"at\":\"2026-11-21T06:30:07Z\", …}\n{…,\"at\":\"2025-01-01T00:00:00Z\", …}",
                "{…,\"at\":\"2026-11-21T06:30:07Z\", …}\n{…,\"at\":\"2026-11-21T06:31:40Z\", …}"
            )
        case .impossibleEvent:
            (
                "A journal holds only what can happen.",
                "Assay writes no event that its table of states and events forbids, so somebody else wrote this line.",
                "Restore the file from git, and use the desk's commands.",
                "published, without anything that was submitted",
                "submitted, signed-off, published"
            )
        case .missingJournal:
            (
                "Every journal that was published is there, to its last line.",
                "A journal that is missing or shorter hides what was decided.",
                "In a newsroom, restore the journal from git; in a published folder, build the site again and put all of its files on the host.",
                "data/journals.json knows 7 lines; the journal of `offer` has 6",
                "both have 7"
            )
        default:
            (
                "Each line of a journal names the SHA-256 of the line before, and is written as Assay writes it.",
                "A journal is only ever appended to. A line that does not fit was changed, or one is missing.",
                "Restore the file from git. What has to be said differently is said in a new line.",
                "a journal that was edited by hand",
                "a journal that the desk's commands wrote"
            )
        }
    }

    private static func versionText(_ rule: JournalRule) -> Text {
        switch rule {
        case .missingVersion:
            (
                "Every text that a journal names is kept.",
                "Without the text nobody can see what was approved or published.",
                "Restore the file from git; versions belong into it.",
                "content/versions/offer/ without 91aa….json",
                "content/versions/offer/91aa….json"
            )
        case .unnamedVersion:
            (
                "Every kept text is named by a line of its journal.",
                "A journal that lost its last lines is still a chain; the texts that those lines named give it away.",
                "Restore the journal from git.",
                "content/versions/offer/91aa….json, and no line with 91aa…",
                "{…,\"event\":\"published\",\"digest\":\"91aa…\", …}"
            )
        case .changedPage:
            (
                "A published site says what was approved.",
                "Data or a page was changed after the site was built, or the site was built from something else.",
                "Build the site again, and find out who can write to the host.",
                "<p class=\"standfirst\">Something else.</p>",
                "<p class=\"standfirst\">The short answer that was approved.</p>"
            )
        default:
            (
                "A kept text is the one that its name is the SHA-256 of.",
                "What was approved cannot be changed afterwards without anyone noticing.",
                "Restore the file from git.",
                "sha256sum 91aa….json gives 0c2e…",
                "sha256sum 91aa….json gives 91aa…"
            )
        }
    }

    private static func signatureText(_ rule: JournalRule) -> Text {
        switch rule {
        case .badSignature:
            (
                "A signature is one of who wrote the line, on this line.",
                "Otherwise anyone could sign for anyone. Where the policy asks for signatures, the line counts as none.",
                "Look who changed the line, or whether the key is missing in `content/allowed_signers`.",
                "{…,\"by\":\"ana\", …,\"signature\":\"(of somebody else)\"}",
                "ana namespaces=\"assay\" ssh-ed25519 AAAA…"
            )
        case .unverifiableSignature:
            (
                "Every signature can be verified where the newsroom is checked.",
                "What was not verified is not shown as signed, and where the policy asks for signatures it counts as no line.",
                "Install OpenSSH; keys of the kind Ed25519 (`ssh-keygen -t ed25519`) are verified without it.",
                "ana namespaces=\"assay\" ssh-rsa AAAA…",
                "ana namespaces=\"assay\" ssh-ed25519 AAAA…"
            )
        default:
            (
                "Every line of a journal is signed, when the policy says so.",
                "A name in a file proves nothing; a signature does. A line without one counts as none.",
                "Whoever wrote the line gives the command again with `--key`; a line of a stranger is taken out of the file.",
                "assay review offer --approve true",
                "assay review offer --approve true --key ~/.ssh/id_ed25519"
            )
        }
    }

    private static func approvalText(_ rule: JournalRule) -> Text {
        switch rule {
        case .changedAfterPublication:
            (
                "What the files say is what readers were given.",
                "A text that changes without anyone approving it, and without readers being told, is worth nothing.",
                "Put the text back, or have the change reviewed and give `assay correct`.",
                "a new summary in a published verdict",
                "assay submit, assay review --approve, assay correct --kind clarification --note \"…\""
            )
        case .staleSignOff:
            (
                "Sign-offs are of the text as it is.",
                "A sign-off is bound to the SHA-256 of what was approved. Ways of writing YAML do not change it; a word does.",
                "Ask the reviewer to look again; `assay review` shows them what changed.",
                "a sign-off, and then another sentence",
                "another sentence, and then a sign-off"
            )
        case .earlierForm:
            (
                "What readers see was approved in the form that holds all of it.",
                "`assay judged text 1` names people and documents, and does not say who they are, what a source is, or how it was checked: all that could change under a signed ruling.",
                "Reopen the claim, submit its text as it is, have it reviewed, and publish it; nothing has to be corrected. docs/editorial.md says how.",
                "a ruling that was last published as `assay judged text 1`",
                "the same ruling, reopened, reviewed and published as `assay judged text 2`"
            )
        case .renamedReviewer:
            (
                "Reviewers go by the names that they signed off with.",
                "A page says who reviewed a ruling, and the journal knows them by id. Whoever writes another name into the profile puts somebody else's name under a review that they never made.",
                "Put the name back. Somebody else gets a profile of their own. A person with a new name signs off again: reopen the claim, submit it as it is, and publish it.",
                "name: \"Bo Berg\"    # in the profile of `ana`, who signed off as Ana Arend",
                "name: \"Ana Arend\""
            )
        default:
            (
                "What readers see was approved as the policy asks.",
                "The policy was tightened since, or somebody wrote the line by hand.",
                "Have the verdict reviewed again, or retract it.",
                "policy: {mode: newsroom, sign-offs: 2}, and one sign-off",
                "two sign-offs"
            )
        }
    }

    private static func adoptionText(_ rule: JournalRule) -> Text {
        switch rule {
        case .notAdopted:
            (
                "What readers have stays before them when a newsroom begins to keep journals.",
                "In newsroom mode a day in `published` publishes nothing. A verdict that was published by its day and has no journal would vanish from the site, with its address.",
                "`assay adopt` writes a first line into the journal of each such verdict: what readers have, since when, and that nobody signed it off. A verdict that readers never had loses its `published`.",
                "policy: {mode: newsroom}, a verdict with `published: 2024-10-16`, and no journal",
                "{…,\"event\":\"adopted\",\"digest\":\"91aa…\",\"ruling\":\"true\",\"published\":\"2024-10-16\"}"
            )
        case .adoptedWithoutReview:
            (
                "What readers had before its journal began is reviewed some day.",
                "The policy asks for sign-offs, and this ruling has none. Its page says since when readers have had it.",
                "`assay reopen` the claim, `assay submit` its text, and have it signed off and published.",
                "{…,\"event\":\"adopted\", …}, and nothing after it",
                "adopted, reopened, submitted, signed-off, published"
            )
        default:
            (
                "Fields of a verdict say nothing else than its journal.",
                "`published`, `updated` and `reviewers` are the journal's in newsroom mode; in the file they decide nothing, and whoever reads the file takes them for true.",
                "Take the line out: readers get what the journal says.",
                "policy: {mode: newsroom}, and a verdict with `reviewers: ana`",
                "assay review offer --approve true --as ana"
            )
        }
    }
}
