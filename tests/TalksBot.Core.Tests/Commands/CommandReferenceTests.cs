using TalksBot.Core.Commands;

namespace TalksBot.Core.Tests.Commands;

public sealed class CommandReferenceTests
{
    private static readonly string Page = CommandReference.Markdown(SampleBook.Book);

    [Fact]
    public void Has_a_section_for_every_command() =>
        SampleBook.Book.Specs.ShouldAllBe(spec => Page.Contains($"\n### {spec.Path}\n", StringComparison.Ordinal));

    [Fact]
    public void Shows_how_a_command_is_typed() =>
        Page.ShouldContain("```text\n/talks status [TALKS]\n```\n\n| parameter | meaning |\n|---|---|\n| `talks` | Which talks. (optional) |\n");

    [Fact]
    public void Ends_with_one_line_feed() => (Page.EndsWith('\n') && !Page.EndsWith("\n\n", StringComparison.Ordinal)).ShouldBeTrue();
}
