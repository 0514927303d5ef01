using System.Text;

namespace TalksBot.Core.Commands;

/// <summary>The page <c>docs/commands.md</c>, generated from the book.</summary>
public static class CommandReference
{
    /// <summary>The whole page, with line feeds only and one at its end.</summary>
    public static string Markdown(CommandBook book)
    {
        var page = new StringBuilder();
        Line(page, "# Commands");
        Line(page, "");
        Line(page, "Generated from the command book; change the commands, not this page. Words in capitals are given in this order or by");
        Line(page, "name (`name:value`, `name:\"several words\"`); what stands in brackets may be left out.");
        foreach (var group in book.Groups)
        {
            Line(page, "");
            Line(page, $"## {group}");
            foreach (var spec in book.Specs.Where(spec => spec.Group == group))
            {
                Write(page, spec);
            }
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, CommandSpec spec)
    {
        Line(page, "");
        Line(page, $"### {spec.Path}");
        Line(page, "");
        Line(page, $"{Sentence(spec.Summary)} For {HelpWording.Who(spec.Role)}.{(spec.Alias.Length == 0 ? "" : $" `{spec.Alias}` for short.")}");
        Line(page, "");
        Line(page, "```text");
        Line(page, spec.Usage);
        if (spec.Example.Length > 0 && spec.Example != spec.Usage)
        {
            Line(page, spec.Example);
        }

        Line(page, "```");
        if (spec.Parameters.Count > 0)
        {
            Line(page, "");
            Line(page, "| parameter | meaning |");
            Line(page, "|---|---|");
        }

        foreach (var parameter in spec.Parameters)
        {
            Line(page, $"| `{parameter.Name}` | {HelpWording.Meaning(parameter).Replace("|", "\\|", StringComparison.Ordinal)} |");
        }
    }

    private static string Sentence(string summary) => $"{char.ToUpperInvariant(summary[0])}{summary[1..].TrimEnd('.')}.";

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');
}
