import Diagnostics

extension RuleCatalogue {
    /// Guides of the rules that are reported while templates are parsed and rendered.
    static let templateGuides: [RuleGuide] = [
        RuleGuide(
            .templateSyntax,
            "Templates are well-formed Mustache.",
            why:
                "A tag that is not closed, or closed in the wrong order, leaves it open what belongs to what.",
            fix: "Close every section, in the reverse order of opening.",
            wrong: "{{#claims}}{{statement}}",
            right: "{{#claims}}{{statement}}{{/claims}}"
        ),
        RuleGuide(
            .templateMarkup,
            "Each value in a template stands in well-formed HTML: in text, a quoted attribute or an address.",
            why:
                "A value is escaped for the place where it stands: text, attribute or address. In broken markup that place is unknown.",
            fix: "Close tags and attributes before a section ends.",
            wrong: "<a href=\"{{#url}}{{url}}\">{{/url}}",
            right: "{{#url}}<a href=\"{{url}}\">{{/url}}"
        ),
        RuleGuide(
            .templateRecursion,
            "Templates do not include each other without end.",
            why: "A page that includes itself is never finished.",
            fix: "Include the partial only inside a section that empties in the end.",
            wrong: "{{! card }}{{>card}}",
            right: "{{! card }}{{#related}}{{>card}}{{/related}}"
        ),
        RuleGuide(
            .templateLimit,
            "Templates and the pages made of them keep to bounds.",
            why: "Bounds keep one broken template from filling the disk.",
            fix: "Part the template into smaller ones, or list less on one page.",
            wrong: "(ten thousand nested sections)",
            right: "(a handful)"
        ),
        RuleGuide(
            .templateValue,
            "A value is used as what it is.",
            why: "A list cannot be written as text, and a text cannot be walked through.",
            fix: "Walk through lists with `{{#list}}…{{/list}}`; write texts with `{{text}}`.",
            wrong: "{{claims}}",
            right: "{{#claims}}{{statement}}{{/claims}}"
        ),
        RuleGuide(
            .unknownName,
            "Templates use only names that the page has.",
            why: "A misspelt name would show nothing, and nobody would notice.",
            fix: "Correct the name.",
            wrong: "{{claim.statment}}",
            right: "{{claim.statement}}"
        ),
        RuleGuide(
            .unknownTemplate,
            "Templates include only templates that exist.",
            why: "A misspelt partial would leave a hole in every page.",
            fix: "Correct the name, or write the template.",
            wrong: "{{>claim-crad}}",
            right: "{{>claim-card}}"
        ),
        RuleGuide(
            .unknownBlock,
            "A template fills only blocks that its parent has.",
            why: "What is written for a block that does not exist appears nowhere.",
            fix: "Correct the block's name.",
            wrong: "{{<base}}{{$man}}…{{/man}}{{/base}}",
            right: "{{<base}}{{$main}}…{{/main}}{{/base}}"
        ),
        RuleGuide(
            .unsafeInterpolation,
            "Values stand only where they can be made safe.",
            why: "Inside scripts, styles and tags no escaping makes a value from a file harmless.",
            fix: "Put the value into text or into a quoted attribute.",
            wrong: "<script>let title = \"{{title}}\"</script>",
            right: "<main data-title=\"{{title}}\">"
        ),
        RuleGuide(
            .missingWord,
            "A language's catalogue has all words that pages show.",
            why: "Where a word is missing, pages show it in another language.",
            fix: "Add the word to the language's file of strings.",
            wrong: "# strings/es.yaml has no claim.sources",
            right: "claim:\n  sources: Fuentes"
        ),
        RuleGuide(
            .unknownWord,
            "A language's catalogue has only words that pages show.",
            why: "A misspelt key is a translation that nobody sees.",
            fix: "Correct the key, or take it out.",
            wrong: "claim:\n  souces: Fuentes",
            right: "claim:\n  sources: Fuentes"
        ),
    ]
}
