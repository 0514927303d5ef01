using System.Text.Json.Serialization;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.Models;
using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Wire;

/// <summary>How everything here is written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SectionBlock))]
[JsonSerializable(typeof(HeaderBlock))]
[JsonSerializable(typeof(RichTextBlock))]
[JsonSerializable(typeof(ContextBlock))]
[JsonSerializable(typeof(DividerBlock))]
[JsonSerializable(typeof(ActionsBlock))]
[JsonSerializable(typeof(ImageBlock))]
[JsonSerializable(typeof(InputBlock))]
[JsonSerializable(typeof(SlackText))]
[JsonSerializable(typeof(Button))]
[JsonSerializable(typeof(StaticSelect))]
[JsonSerializable(typeof(PlainTextInput))]
[JsonSerializable(typeof(ImageElement))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(PostDraft))]
[JsonSerializable(typeof(PostEdit))]
[JsonSerializable(typeof(EphemeralDraft))]
[JsonSerializable(typeof(ResponseDraft))]
[JsonSerializable(typeof(MessageRef))]
[JsonSerializable(typeof(PinArguments))]
[JsonSerializable(typeof(ChannelArgument))]
[JsonSerializable(typeof(OpenViewArguments))]
[JsonSerializable(typeof(PublishViewArguments))]
[JsonSerializable(typeof(ValidateArguments))]
[JsonSerializable(typeof(CompleteUploadArguments))]
[JsonSerializable(typeof(OpenDirectArguments))]
[JsonSerializable(typeof(Identity))]
[JsonSerializable(typeof(ConnectionReply))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(EphemeralReply))]
[JsonSerializable(typeof(ChannelReply))]
[JsonSerializable(typeof(UserReply))]
[JsonSerializable(typeof(GroupsReply))]
[JsonSerializable(typeof(ViewReply))]
[JsonSerializable(typeof(UploadTicket))]
[JsonSerializable(typeof(FileReply))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(BlockActions))]
[JsonSerializable(typeof(MessageShortcut))]
[JsonSerializable(typeof(ViewSubmission))]
[JsonSerializable(typeof(ViewClosed))]
[JsonSerializable(typeof(EventBody))]
[JsonSerializable(typeof(AppMention))]
[JsonSerializable(typeof(ChannelMessage))]
[JsonSerializable(typeof(AppHomeOpened))]
[JsonSerializable(typeof(ViewResponse))]
[JsonSerializable(typeof(AckFrame))]
internal sealed partial class WireJson : JsonSerializerContext;
