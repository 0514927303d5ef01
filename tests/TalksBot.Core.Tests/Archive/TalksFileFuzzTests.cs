using System.Text;
using CsCheck;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Tests.Archive;

public sealed class TalksFileFuzzTests
{
    private static readonly byte[] Sample = Encoding.UTF8.GetBytes(Given.SampleText);

    private static readonly string[] Tokens =
    [
        "null", "true", "-1", "0", "1", "4", "1e9", "\"\"", "[]", "{}", "[null]", "\"\\u0000\"", "\"\\ud800\"", "\"#1\"", "\"D1\"", "\"S9\"", "\"US\"",
        "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59-12:00[UTC]\"", "\"2999-12-31T23:59+18:00[Etc/GMT-14]\"", "\"1000-01-01T00:00Z[Asia/Tokyo]\"",
        "\"1995-03-26T02:30+01:00[Europe/Zurich]\"", "\"slack:main//\"", "\"agreed\"", "\"met\"", "\"narrowing\"", "\"moved\"", "\"removed\"",
    ];

    [Fact]
    public void Never_throws_on_a_file_with_broken_bytes() => Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Byte, Gen.Int[0, 3]).List[1, 4].Sample(
        faults =>
        {
            var bytes = new List<byte>(Sample);
            foreach (var (at, value, way) in faults)
            {
                Break(bytes, Math.Min(at, bytes.Count - 1), value, way);
            }

            Use(TalksFile.Read(bytes.ToArray()));
        },
        iter: 3_000);

    [Fact]
    public void Never_throws_on_a_file_with_strange_values() => Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, Tokens.Length - 1].Select(index => Tokens[index])).List[1, 3].Sample(
        faults =>
        {
            var parts = Given.SampleText.Split(": ");
            foreach (var (at, token) in faults)
            {
                var index = 1 + (at % (parts.Length - 1));
                var end = parts[index].IndexOfAny([',', '\n']);
                parts[index] = token + (end < 0 ? "" : parts[index][end..]);
            }

            Use(TalksFile.Read(string.Join(": ", parts)));
        },
        iter: 5_000);

    [Fact]
    public void Never_throws_on_any_text() => Gen.String.Sample(text => Use(TalksFile.Read(text)), iter: 2_000);

    [Fact]
    public void Never_throws_on_any_bytes() => Gen.Byte.Array.Sample(bytes => Use(TalksFile.Read(bytes)), iter: 2_000);

    private static void Break(List<byte> bytes, int at, byte value, int way)
    {
        switch (way)
        {
            case 0:
                bytes[at] = value;
                break;
            case 1:
                bytes.RemoveAt(at);
                break;
            case 2:
                bytes.Insert(at, value);
                break;
            default:
                bytes.RemoveRange(at, Math.Min(value, bytes.Count - at - 1));
                break;
        }
    }

    /// <summary>Whatever is understood can be taken back, written again and told.</summary>
    private static void Use(TalksFileReading reading)
    {
        if (reading is TalksFileReading.Understood understood)
        {
            var text = TalksFile.Write(understood.File.Talks.Select(Negotiation.Restore));
            TalksFile.Write(Given.Understood(text).Talks.Select(Negotiation.Restore)).ShouldBe(text);
            Story.Of(understood.File).Steps.ShouldAllBe(step => step.Line.StartsWith("/talks ", StringComparison.Ordinal));
        }
        else
        {
            ((TalksFileReading.Refused)reading).Why.ShouldEndWith(".");
        }
    }
}
