using Google.Protobuf.Reflection;
using static Google.Protobuf.Reflection.FieldDescriptorProto.Types;

namespace Symbiosis.Api.Tests.Compatibility;

/// <summary>Each kind of break is found, and what breaks nobody is not.</summary>
public sealed class SchemaBreaksTests
{
    private const string Package = "symbiosis.v1";

    [Fact]
    public void Find_NothingChanged_FindsNothing() => Assert.Empty(Breaks(_ => { }));

    [Fact]
    public void Find_OnlyAdditions_FindsNothing() => Assert.Empty(Breaks(file =>
    {
        file.MessageType[0].Field.Add(Field("new", 9, FieldDescriptorProto.Types.Type.Bool));
        file.MessageType.Add(new DescriptorProto { Name = "NewMessage" });
        file.EnumType[0].Value.Add(new EnumValueDescriptorProto { Name = "KIND_NEW", Number = 2 });
        file.Service[0].Method.Add(new MethodDescriptorProto { Name = "New", InputType = ".symbiosis.v1.Park", OutputType = ".symbiosis.v1.Park" });
        file.Service.Add(new ServiceDescriptorProto { Name = "NewService" });
    }));

    [Fact]
    public void Find_AnotherPackage_IsNotLookedAt() => Assert.Empty(SchemaBreaks.Find(Set(file => file.Package = "other"), new FileDescriptorSet(), Package));

    [Theory]
    [InlineData("field Park.name is gone")]
    [InlineData("field Park.name is called title")]
    [InlineData("field Park.name has number 7 instead of 2")]
    [InlineData("field Park.name is a bytes instead of a string")]
    [InlineData("field Park.part is a .symbiosis.v1.Other instead of a .symbiosis.v1.Park")]
    [InlineData("field Park.name is repeated instead of optional")]
    [InlineData("field Park.name became optional")]
    [InlineData("field Park.heat is no more optional")]
    [InlineData("field Park.name belongs to 'flow' instead of ''")]
    [InlineData("field Park.carrier belongs to '' instead of 'flow'")]
    [InlineData("field Park.again takes the reserved number 8")]
    [InlineData("message Park is gone")]
    [InlineData("message Park.Inner is gone")]
    [InlineData("enum Kind is gone")]
    [InlineData("enum value Kind.KIND_STEAM is gone")]
    [InlineData("enum value Kind.KIND_STEAM is 5 instead of 1")]
    [InlineData("service ParkService is gone")]
    [InlineData("method ParkService.Plan is gone")]
    [InlineData("method ParkService.Plan takes .symbiosis.v1.Other instead of .symbiosis.v1.Park")]
    [InlineData("method ParkService.Plan answers .symbiosis.v1.Other instead of .symbiosis.v1.Park")]
    [InlineData("method ParkService.Plan streams otherwise")]
    public void Find_ABreak_IsTold(string expected) => Assert.Contains(expected, Breaks(file => Break(file, expected)));

    private static void Break(FileDescriptorProto file, string expected)
    {
        var park = file.MessageType[0];
        var name = park.Field.First(field => field.Name == "name");
        switch (expected)
        {
            case "field Park.name is gone": park.Field.Remove(name); break;
            case "field Park.name is called title": name.Name = "title"; break;
            case "field Park.name has number 7 instead of 2": name.Number = 7; break;
            case "field Park.name is a bytes instead of a string": name.Type = FieldDescriptorProto.Types.Type.Bytes; break;
            case "field Park.part is a .symbiosis.v1.Other instead of a .symbiosis.v1.Park": park.Field.First(field => field.Name == "part").TypeName = ".symbiosis.v1.Other"; break;
            case "field Park.name is repeated instead of optional": name.Label = Label.Repeated; break;
            case "field Park.name became optional": name.Proto3Optional = true; break;
            case "field Park.heat is no more optional": 
                var heat = park.Field.First(field => field.Name == "heat");
                heat.Proto3Optional = false;
                heat.ClearOneofIndex();
                break;
            case "field Park.name belongs to 'flow' instead of ''": name.OneofIndex = 0; break;
            case "field Park.carrier belongs to '' instead of 'flow'": park.Field.First(field => field.Name == "carrier").ClearOneofIndex(); break;
            case "field Park.again takes the reserved number 8": park.Field.Add(Field("again", 8, FieldDescriptorProto.Types.Type.String)); break;
            case "message Park is gone": file.MessageType.RemoveAt(0); break;
            case "message Park.Inner is gone": park.NestedType.Clear(); break;
            case "enum Kind is gone": file.EnumType.Clear(); break;
            case "enum value Kind.KIND_STEAM is gone": file.EnumType[0].Value.RemoveAt(1); break;
            case "enum value Kind.KIND_STEAM is 5 instead of 1": file.EnumType[0].Value[1].Number = 5; break;
            case "service ParkService is gone": file.Service.Clear(); break;
            case "method ParkService.Plan is gone": file.Service[0].Method.Clear(); break;
            case "method ParkService.Plan takes .symbiosis.v1.Other instead of .symbiosis.v1.Park": file.Service[0].Method[0].InputType = ".symbiosis.v1.Other"; break;
            case "method ParkService.Plan answers .symbiosis.v1.Other instead of .symbiosis.v1.Park": file.Service[0].Method[0].OutputType = ".symbiosis.v1.Other"; break;
            case "method ParkService.Plan streams otherwise": file.Service[0].Method[0].ServerStreaming = false; break;
            default: throw new ArgumentOutOfRangeException(nameof(expected), expected, "No such break is made.");
        }
    }

    private static IReadOnlyList<string> Breaks(Action<FileDescriptorProto> change) => SchemaBreaks.Find(Set(_ => { }), Set(change), Package);

    private static FileDescriptorSet Set(Action<FileDescriptorProto> change)
    {
        var file = new FileDescriptorProto
        {
            Name = "park.proto",
            Package = Package,
            MessageType =
            {
                new DescriptorProto
                {
                    Name = "Park",
                    OneofDecl = { new OneofDescriptorProto { Name = "flow" }, new OneofDescriptorProto { Name = "_heat" } },
                    NestedType = { new DescriptorProto { Name = "Inner" } },
                    ReservedRange = { new DescriptorProto.Types.ReservedRange { Start = 8, End = 9 } },
                },
                new DescriptorProto { Name = "Other" },
            },
            EnumType =
            {
                new EnumDescriptorProto
                {
                    Name = "Kind",
                    Value = { new EnumValueDescriptorProto { Name = "KIND_UNSPECIFIED", Number = 0 }, new EnumValueDescriptorProto { Name = "KIND_STEAM", Number = 1 } },
                },
            },
            Service =
            {
                new ServiceDescriptorProto
                {
                    Name = "ParkService",
                    Method = { new MethodDescriptorProto { Name = "Plan", InputType = ".symbiosis.v1.Park", OutputType = ".symbiosis.v1.Park", ServerStreaming = true } },
                },
            },
        };
        var carrier = Field("carrier", 3, FieldDescriptorProto.Types.Type.String);
        carrier.OneofIndex = 0;
        var heat = Field("heat", 4, FieldDescriptorProto.Types.Type.Double);
        (heat.OneofIndex, heat.Proto3Optional) = (1, true);
        var part = Field("part", 5, FieldDescriptorProto.Types.Type.Message);
        part.TypeName = ".symbiosis.v1.Park";
        file.MessageType[0].Field.Add([Field("id", 1, FieldDescriptorProto.Types.Type.String), Field("name", 2, FieldDescriptorProto.Types.Type.String), carrier, heat, part]);
        change(file);
        return new FileDescriptorSet { File = { file } };
    }

    private static FieldDescriptorProto Field(string name, int number, FieldDescriptorProto.Types.Type type) => new() { Name = name, Number = number, Type = type, Label = Label.Optional };
}
