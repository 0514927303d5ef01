using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TalksBot.Core.Platforms;

/// <summary>
/// The identity of one post to one follow: the same cause always gives the same key, so it cannot be queued twice.
/// 22 characters of base64url over 128 bits, short enough for every platform's idempotency field.
/// </summary>
/// <param name="Value">The 22 characters.</param>
public sealed record DeliveryKey(string Value)
{
    private const string ReferenceAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The four characters people quote; they follow from the key.</summary>
    public string ShortReference
    {
        get
        {
            var hash = SHA256.HashData(Encoding.ASCII.GetBytes(Value));
            return string.Create(4, hash, (span, bytes) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = ReferenceAlphabet[bytes[i] % ReferenceAlphabet.Length];
                }
            });
        }
    }

    /// <summary>The key of a cause in one channel at one due moment.</summary>
    /// <param name="channel">Where it is posted.</param>
    /// <param name="cause">What it is about.</param>
    /// <param name="dueAt">When it is due; a moved deadline's rungs are new posts.</param>
    /// <param name="revision">Tells apart changes of one record at one instant, such as two moves.</param>
    public static DeliveryKey Of(Channels.ChannelAddress channel, DeliveryCause cause, Instant dueAt, int revision = 0)
    {
        var identity = string.Join(
            '\n',
            channel,
            cause.Kind.Name(),
            cause.Talks,
            cause.Subject,
            (cause.Rung?.BclCompatibleTicks ?? -1).ToString(CultureInfo.InvariantCulture),
            dueAt.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture),
            revision.ToString(CultureInfo.InvariantCulture));
        return OfText(identity);
    }

    /// <summary>The key of a change of a message.</summary>
    /// <param name="message">The key under which it was posted.</param>
    /// <param name="act">What is done to it.</param>
    /// <param name="number">Tells one change of the message apart from another.</param>
    public static DeliveryKey OfChange(DeliveryKey message, DeliveryAct act, long number) =>
        OfText(string.Create(CultureInfo.InvariantCulture, $"{act}\n{message}\n{number}"));

    private static DeliveryKey OfText(string identity) =>
        new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16)));

    /// <summary>The 22 characters.</summary>
    public override string ToString() => Value;
}
