using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;

namespace TalksBot.Core.Tests.Chronicles.Export;

/// <summary>What people write is text in every format, whatever they write.</summary>
public sealed class HostileTextTests
{
    private static readonly Instant Now = Instant.FromUtc(1995, 6, 28, 12, 0);

    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("line\nbreak\r\n# heading", "line break  \\# heading")]
    [InlineData("**bold** _it_ ~~no~~ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\`")]
    [InlineData("[link](http://x.y) ![img](z)", "\\[link\\](http\\://x.y) \\!\\[img\\](z)")]
    [InlineData("<script>alert(1)</script> &lt;", "\\<script\\>alert(1)\\</script\\> \\&lt;")]
    [InlineData("@everyone see www.evil.example", "&#64;everyone see www\\.evil.example")]
    [InlineData("back\\slash $x$", "back\\\\slash \\$x\\$")]
    [InlineData("U.S. officials: 100% (sure)", "U.S. officials: 100% (sure)")]
    [InlineData("at 23:59, in 1. and #3! :smile: 3:1", "at 23:59, in 1. and #3! \\:smile: 3:1")]
    public void Markdown_marks_nothing_up(string text, string written)
    {
        var line = MarkdownChronology.Write([With(text)]).Split('\n').Last(line => line.StartsWith('|'));

        line.ShouldContain($"| Update #1 |  | {written} | {written} |");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1+1", "\"'=1+1\"")]
    [InlineData("  =1", "\"'=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a,\"b\"\r\nc", "\"a,\"\"b\"\"  c\"")]
    [InlineData("– said", "\"– said\"")]
    public void Csv_holds_no_formula_and_breaks_no_row(string text, string written)
    {
        var lines = CsvChronology.Write([With(text)]).Split("\r\n");

        lines.Length.ShouldBe(3);
        lines[1].ShouldEndWith($"\"update\",\"#1\",{written},{written},\"\",\"\",\"\",\"\",\"\"");
    }

    private static Chronology With(string text) => new(
        "us-japan-autos",
        "US–Japan",
        "under way",
        Now,
        [new ChronologyRow(Now, ChronologyKind.Update, "#1", text) { Key = "update-1", RecordedAt = Now, Attribution = text }]);
}
