import Diagnostics

extension RuleCatalogue {
    /// Guides of the rules about journals, versions and signatures, reported in `mode: newsroom` and by `assay verify`.
    static let journalGuides: [RuleGuide] = journalLineGuides + journalTextGuides

    private static let journalLineGuides = [
        RuleGuide(
            .brokenJournal,
            "Each line of a journal names the SHA-256 of the line before, and is written as Assay writes it.",
            why:
                "A journal is only ever appended to. A line that does not fit was changed, or one is missing.",
            fix: "Restore the file from git. What has to be said differently is said in a new line.",
            wrong: "a journal that was edited by hand",
            right: "a journal that the desk's commands wrote"
        ),
        RuleGuide(
            .forkedJournal,
            "A journal has one line after each line.",
            why:
                "Two branches both wrote in the journal, and a merge put their lines together. Nothing is lost, but the order is not settled.",
            fix:
                "`assay journal rebase CLAIM` puts one branch's lines after the other's. Signatures still hold.",
            wrong: "{\"previous\":\"5d0c…\", …}\n{\"previous\":\"5d0c…\", …}",
            right: "{\"previous\":\"5d0c…\", …}\n{\"previous\":\"91aa…\",\"mended\":\"5d0c…\", …}"
        ),
        RuleGuide(
            .halfWrittenLine,
            "Every line of a journal has its end.",
            why:
                "The power went, or the disk was full, while a line was written, or an editor left out the last line feed. The lines before it stand.",
            fix:
                "`assay journal rebase CLAIM` puts a missing line feed back, and takes an unfinished line away; then give the command again.",
            wrong: "{\"previous\":\"5d0c…\",\"claim\":\"of",
            right: "{\"previous\":\"5d0c…\",\"claim\":\"offer\", …}"
        ),
        RuleGuide(
            .timeOrder,
            "Times rise along a journal.",
            why:
                "A line names the one before it, so it is later. One that says it is earlier was written with a wrong clock, or to pass for older than it is: with a key that has run out since, for example. Clocks may differ by five minutes.",
            fix:
                "Ask who wrote the line. Where only the clock was wrong, say so with `assay comment`, and give the rule another severity in `content/site.yaml` until the claim has been reviewed again.",
            wrong: "{…,\"at\":\"2026-11-21T06:30:07Z\", …}\n{…,\"at\":\"2025-01-01T00:00:00Z\", …}",
            right: "{…,\"at\":\"2026-11-21T06:30:07Z\", …}\n{…,\"at\":\"2026-11-21T06:31:40Z\", …}"
        ),
        RuleGuide(
            .impossibleEvent,
            "Each event of a journal is allowed in its claim's state, such as `published` after `signed-off`.",
            why:
                "Assay writes no event that its table of states and events forbids, so somebody else wrote this line.",
            fix: "Restore the file from git, and use the desk's commands.",
            wrong: "published, without anything that was submitted",
            right: "submitted, signed-off, published"
        ),
        RuleGuide(
            .missingJournal,
            "Every journal that was published is there, to its last line.",
            why: "A journal that is missing or shorter hides what was decided.",
            fix:
                "In a newsroom, restore the journal from git; in a published folder, build the site again and put all of its files on the host.",
            wrong: "data/journals.json knows 7 lines; the journal of `offer` has 6",
            right: "both have 7"
        ),
        RuleGuide(
            .badSignature,
            "Each signature is valid for its line and made with a key of the line's author.",
            why:
                "Otherwise anyone could sign for anyone. Where the policy asks for signatures, the line counts as none.",
            fix: "Look who changed the line, or whether the key is missing in `content/allowed_signers`.",
            wrong: "{…,\"by\":\"ana\", …,\"signature\":\"(of somebody else)\"}",
            right: "ana namespaces=\"assay\" ssh-ed25519 AAAA…"
        ),
        RuleGuide(
            .unreadSigner,
            "Every line of `content/allowed_signers` names a person and a key.",
            why:
                "A line that cannot be read counts as none: what its person signed does not hold, though the key seems to be listed.",
            fix: "Write the line as the example has it; a remark begins with `#`.",
            wrong: "ana AAAAC3NzaC1lZDI1NTE5…",
            right: "ana namespaces=\"assay\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5…"
        ),
        RuleGuide(
            .missingSignature,
            "Every line of a journal is signed, when the policy says so.",
            why: "A name in a file proves nothing; a signature does. A line without one counts as none.",
            fix:
                "Whoever wrote the line gives the command again with `--key`; delete a line by an unknown author.",
            wrong: "assay review offer --approve true",
            right: "assay review offer --approve true --key ~/.ssh/id_ed25519"
        ),
        RuleGuide(
            .unverifiableSignature,
            "Every signature can be verified where the newsroom is checked.",
            why:
                "What was not verified is not shown as signed, and where the policy asks for signatures it counts as no line.",
            fix:
                "Install OpenSSH; keys of the kind Ed25519 (`ssh-keygen -t ed25519`) are verified without it.",
            wrong: "ana namespaces=\"assay\" ssh-rsa AAAA…",
            right: "ana namespaces=\"assay\" ssh-ed25519 AAAA…"
        ),
    ]

    private static let journalTextGuides = [
        RuleGuide(
            .missingVersion,
            "Every text that a journal names is kept.",
            why: "Without the text nobody can see what was approved or published.",
            fix: "Restore the file from git; versions belong into it.",
            wrong: "content/versions/offer/ without 91aa….json",
            right: "content/versions/offer/91aa….json"
        ),
        RuleGuide(
            .changedVersion,
            "The name of a version's file is the SHA-256 of its content.",
            why: "What was approved cannot be changed afterwards without anyone noticing.",
            fix: "Restore the file from git.",
            wrong: "sha256sum 91aa….json gives 0c2e…",
            right: "sha256sum 91aa….json gives 91aa…"
        ),
        RuleGuide(
            .unnamedVersion,
            "Every kept text is named by a line of its journal.",
            why:
                "A journal that lost its last lines is still a chain; the texts that those lines named give it away.",
            fix: "Restore the journal from git.",
            wrong: "content/versions/offer/91aa….json, and no line with 91aa…",
            right: "{…,\"event\":\"published\",\"digest\":\"91aa…\", …}"
        ),
        RuleGuide(
            .changedPage,
            "A published site says what was approved.",
            why:
                "Data or a page was changed after the site was built, or the site was built from something else.",
            fix: "Build the site again, and find out who can write to the host.",
            wrong: "<p class=\"standfirst\">Something else.</p>",
            right: "<p class=\"standfirst\">The short answer that was approved.</p>"
        ),
        RuleGuide(
            .changedAfterPublication,
            "What the files say is what readers were given.",
            why:
                "A text that changes without anyone approving it, and without readers being told, is worth nothing.",
            fix: "Put the text back, or have the change reviewed and give `assay correct`.",
            wrong: "a new summary in a published verdict",
            right: "assay submit, assay review --approve, assay correct --kind clarification --note \"…\""
        ),
        RuleGuide(
            .staleSignOff,
            "Sign-offs are of the text as it is.",
            why:
                "A sign-off is bound to the SHA-256 of what was approved. Ways of writing YAML do not change it; a word does.",
            fix: "Ask the reviewer to look again; `assay review` shows them what changed.",
            wrong: "a sign-off, and then another sentence",
            right: "another sentence, and then a sign-off"
        ),
        RuleGuide(
            .earlierForm,
            "Published versions use the current format, `assay judged text 2`.",
            why:
                "`assay judged text 1` names people and documents, and does not say who they are, what a source is, or how it was checked: all that could change under a signed ruling.",
            fix:
                "Reopen the claim, submit its text as it is, have it reviewed, and publish it; nothing has to be corrected. docs/editorial.md says how.",
            wrong: "a ruling that was last published as `assay judged text 1`",
            right: "the same ruling, reopened, reviewed and published as `assay judged text 2`"
        ),
        RuleGuide(
            .renamedReviewer,
            "Reviewers go by the names that they signed off with.",
            why:
                "A page says who reviewed a ruling, and the journal knows them by id. Whoever writes another name into the profile puts somebody else's name under a review that they never made.",
            fix:
                "Put the name back. Somebody else gets a profile of their own. A person with a new name signs off again: reopen the claim, submit it as it is, and publish it.",
            wrong: "name: \"Bo Berg\"    # in the profile of `ana`, who signed off as Ana Arend",
            right: "name: \"Ana Arend\""
        ),
        RuleGuide(
            .publishedWithoutApproval,
            "What readers see was approved as the policy asks.",
            why: "The policy was tightened since, or somebody wrote the line by hand.",
            fix: "Have the verdict reviewed again, or retract it.",
            wrong: "policy: {mode: newsroom, sign-offs: 2}, and one sign-off",
            right: "two sign-offs"
        ),
        RuleGuide(
            .publishedWithoutRight,
            "What readers see was published, corrected or retracted by someone whom the policy lets do it.",
            why:
                "With `publish: editors` or `retract: editors`, that is for people with `role: desk`. The policy was tightened since, somebody lost the role, or wrote the line by hand.",
            fix:
                "Let an editor publish it once more, or give the role back to who had it. Where the policy is newer than the line, the rule can have another severity.",
            wrong:
                "policy: {mode: newsroom, publish: editors}, and `published` by a profile with `role: reviewer`",
            right: "`published` by a profile with `role: desk`"
        ),
        RuleGuide(
            .notAdopted,
            "What readers have stays before them when a newsroom begins to keep journals.",
            why:
                "In newsroom mode a day in `published` publishes nothing. A verdict that was published by its day and has no journal would vanish from the site, with its address.",
            fix:
                "`assay adopt` writes a first line into the journal of each such verdict: what readers have, since when, and that nobody signed it off. A verdict that readers never had loses its `published`.",
            wrong: "policy: {mode: newsroom}, a verdict with `published: 2024-10-16`, and no journal",
            right:
                "{…,\"event\":\"adopted\",\"digest\":\"91aa…\",\"ruling\":\"true\",\"published\":\"2024-10-16\"}"
        ),
        RuleGuide(
            .adoptedWithoutReview,
            "What readers had before its journal began is reviewed some day.",
            why:
                "The policy asks for sign-offs, and this ruling has none. Its page says since when readers have had it.",
            fix: "`assay reopen` the claim, `assay submit` its text, and have it signed off and published.",
            wrong: "{…,\"event\":\"adopted\", …}, and nothing after it",
            right: "adopted, reopened, submitted, signed-off, published"
        ),
        RuleGuide(
            .ignoredField,
            "Fields of a verdict say nothing else than its journal.",
            why:
                "`published`, `updated` and `reviewers` are the journal's in newsroom mode; in the file they decide nothing, and whoever reads the file takes them for true.",
            fix: "Take the line out: readers get what the journal says.",
            wrong: "policy: {mode: newsroom}, and a verdict with `reviewers: ana`",
            right: "assay review offer --approve true --as ana"
        ),
    ]
}
