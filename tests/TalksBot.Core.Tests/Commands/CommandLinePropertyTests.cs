using CsCheck;
using TalksBot.Core.Commands;
using TalksBot.Core.Text;

namespace TalksBot.Core.Tests.Commands;

public sealed class CommandLinePropertyTests
{
    private static readonly Gen<string> AnyText = Gen.Char[char.MinValue, char.MaxValue].Array[0, 60].Select(chars => new string(chars));

    private static readonly string[] Words =
    [
        "deadline", "add", "update", "status", "when", "/talks", "talks", "\"", "“", "”", "«", "»", "\\", ":", "priority:",
        "text:\"", " ", "prioritty:x", "#3", "\n",
    ];

    private static readonly Gen<string> Scrap = Gen.OneOf(AnyText, Gen.Int[0, Words.Length - 1].Select(i => Words[i]));

    private static readonly Gen<string> AnyLine = Scrap.Array[0, 12].Select(scraps => string.Join(' ', scraps));

    [Fact]
    public void Any_string_is_understood_or_refused() => AnyLine.Sample(line =>
    {
        if (SampleBook.Read(line) is CommandReading.Refused refused)
        {
            refused.Reply.Refused.ShouldBeTrue();
            refused.Reply.Body.Heading.Any(char.IsControl).ShouldBeFalse();
        }
    });

    [Fact]
    public void Whatever_was_understood_is_understood_again_when_retyped() =>
        Gen.Select(AnyText, AnyText, AnyText).Sample((talks, text, attribution) =>
        {
            var values = new Dictionary<string, string> { ["talks"] = talks, ["text"] = text, ["attribution"] = attribution }
                .ToDictionary(value => value.Key, value => HiddenCharacters.AsMeant(value.Value));
            var call = new CommandCall(SampleBook.Book.Find("update add")!, values, SampleBook.Caller);

            var again = SampleBook.Understood(call.Retyped("priority", "flash"));

            again.Values.ShouldBe(values.Append(new("priority", "flash")), ignoreOrder: true);
        });

    [Fact]
    public void Every_offered_line_can_be_read() => AnyLine.Sample(line =>
    {
        if (SampleBook.Read(line) is CommandReading.Refused refused)
        {
            refused.Reply.Body.Buttons.ShouldAllBe(button => !button.Command.Any(char.IsControl));
        }
    });
}
