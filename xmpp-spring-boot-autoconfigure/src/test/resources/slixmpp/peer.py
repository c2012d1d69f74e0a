"""An XMPP peer for integration tests, on slixmpp: another implementation to talk to.

Reads commands as JSON, one a line, from stdin and writes events likewise to stdout; ends when stdin does.
The first line says how to log in:

    {"jid": "alice@xmpp.test/peer", "password": "secret", "host": "127.0.0.1", "port": 5222, "ca": "ca.pem"}

with "ca" (PEM) by STARTTLS, without it in the clear; "certificate" and "key" (PEM) log in by SASL EXTERNAL, and a
"jid" without a local part by SASL ANONYMOUS. The answer is {"event": "ready", "jid": ...} or {"event": "failed",
"reason": ...}. Then

    {"cmd": "iq", "id": 1, "to": ..., "type": "get|set", "payload": "<xml/>", "timeout": 10}
        {"event": "reply", "id": 1, "type": "result|error", "xml": ...} or {"event": "timeout", "id": 1}; an empty
        "payload" sends none
    {"cmd": "raw", "xml": ...}
        sent as it is, no answer
    {"cmd": "raw", "id": 1, "xml": ..., "timeout": 10}
        the same, then the events of "iq" with the first IQ response that has the id of the XML, whoever sent it
    {"cmd": "roster", "id": 1}
        {"event": "reply", "id": 1, "type": "result", "xml": JSON} with the contacts as slixmpp reads them: an object
        with name, subscription and groups for each JID
    {"cmd": "roster-set", "id": 1, "jid": ..., "name": ..., "groups": [...]}
        the events of "iq"
    {"cmd": "vcard", "id": 1, "jid": ...}
        {"event": "reply", "id": 1, "type": "result", "xml": JSON} with the vCard of an account as slixmpp reads it: an
        object with its name, family, emails and the type of its photo, which slixmpp itself cannot read
    {"cmd": "vcard-set", "id": 1, "name": ..., "family": ..., "email": ..., "photo": ...}
        {"event": "reply", "id": 1, "type": "result", "xml": ...} with the card as it was sent
    {"cmd": "call", "id": 1, "name": ..., "arguments": {...}}
        {"event": "reply", "id": 1, "type": "result", "xml": JSON} with what the call returns as "value" of an object,
        {"event": "reply", "id": 1, "type": "error", "xml": ...} with the condition of the stanza error as slixmpp
        reads it, or what else went wrong, or {"event": "timeout", "id": 1}. The names of calls are those of the
        methods of Disco and PubSub: "disco.info"

{"event": "disconnected", "reason": ...} tells the end of the stream. The peer answers jabber:iq:version, any payload of
urn:example:echo in a get (with the same) and any of urn:example:fail (with item-not-found); it takes any of
urn:example:silent and never answers.
"""

import asyncio
import base64
import copy
import json
import sys
import xml.etree.ElementTree as ET

import slixmpp
from slixmpp.exceptions import IqError, IqTimeout
from slixmpp.xmlstream import tostring
from slixmpp.xmlstream.handler import Callback, Waiter
from slixmpp.xmlstream.matcher import MatcherId, StanzaPath
from slixmpp.xmlstream.matcher.base import MatcherBase

ECHO = "urn:example:echo"
FAIL = "urn:example:fail"
SILENT = "urn:example:silent"


def emit(event, **values):
    print(json.dumps({"event": event, **values}), flush=True)


class Payload(MatcherBase):
    """Matches IQ requests by type and by the namespace of their payload."""

    def __init__(self, namespace, *types):
        super().__init__(namespace)
        self.types = types

    def match(self, stanza):
        return (isinstance(stanza, slixmpp.Iq) and stanza["type"] in self.types
                and any(child.tag.startswith("{%s}" % self._criteria) for child in stanza.xml))


class Disco:
    """Service discovery and entity capabilities by the plugins of slixmpp."""

    def __init__(self, xmpp):
        self.xmpp = xmpp
        self.disco = xmpp["xep_0030"]
        self.caps = xmpp["xep_0115"]
        self.nodes_asked_for = []
        xmpp.register_handler(Callback("asked", StanzaPath("iq@type=get/disco_info"), lambda iq:
                                       self.nodes_asked_for.append(iq["disco_info"]["node"])))

    async def info(self, jid, node=None):
        return self.values((await self.disco.get_info(jid=jid, node=node))["disco_info"])

    async def items(self, jid, node=None):
        found = (await self.disco.get_items(jid=jid, node=node))["disco_items"]["items"]
        return [{"jid": str(jid), "node": node or "", "name": name or ""} for jid, node, name in found]

    async def supports(self, jid, feature):
        return await self.disco.supports(jid=jid, feature=feature, cached=False)

    async def describe(self, identities, features, form, items, node=None):
        """Says what slixmpp says of itself; of a form the fields by name, FORM_TYPE among them."""
        for identity in identities:
            await self.disco.add_identity(identity["category"], identity["type"], identity["name"], node=node,
                                          lang=identity["language"])
        for feature in features:
            await self.disco.add_feature(feature, node=node)
        if form:
            await self.xmpp["xep_0128"].add_extended_info(node=node, data=make_form(self.xmpp, "result", form))
        for item in items:
            await self.disco.add_item(item["jid"], item["name"], node=node, subnode=item["node"])

    async def announce(self):
        """Broadcasts presence with the capabilities and returns them."""
        await self.caps.update_caps(broadcast=False)
        self.xmpp.send_presence()
        return {"node": self.caps.caps_node, "ver": await self.caps.get_verstring()}

    async def announced(self, jid):
        """What a peer announced, once slixmpp has verified it."""
        info = await self.caps.get_caps(jid)
        return {"ver": await self.caps.get_verstring(jid), **self.values(info)} if info else None

    async def asked(self):
        return self.nodes_asked_for

    @staticmethod
    def values(info):
        return {"node": info["node"],
                "identities": [{"category": category, "type": type, "language": language or "", "name": name}
                               for category, type, language, name in info["identities"]],
                "features": list(info["features"]),
                "forms": [{var: field["value"] for var, field in form.get_fields().items()}
                          for form in info["substanzas"]]}


class PubSub:
    """Publish-subscribe by the plugin of slixmpp."""

    def __init__(self, xmpp):
        self.xmpp = xmpp
        self.pubsub = xmpp["xep_0060"]
        self.received = []
        for event in "publish", "retract", "delete":
            xmpp.add_event_handler("pubsub_" + event, lambda message, event=event: self.receive(event, message))

    # An element that is iterated over keeps its place in itself, and slixmpp iterates over the items just now
    def receive(self, event, message):
        if event == "delete":
            node, items = message["pubsub_event"]["delete"]["node"], []
        else:
            node = message["pubsub_event"]["items"]["node"]
            items = [self.item(item) if event == "publish" else {"id": item["id"]}
                     for item in message["pubsub_event"]["items"]["substanzas"]]
        self.received.append({"event": event, "service": str(message["from"]), "node": node, "items": items})

    async def present(self):
        self.xmpp.send_presence()

    async def create(self, service, node, config):
        await self.pubsub.create_node(service, node, config=make_form(self.xmpp, "submit", config))

    async def delete(self, service, node):
        await self.pubsub.delete_node(service, node)

    async def publish(self, service, node, id, payload):
        reply = await self.pubsub.publish(service, node, id=id, payload=ET.fromstring(payload))
        return reply["pubsub"]["publish"]["item"]["id"]

    async def retract(self, service, node, id):
        await self.pubsub.retract(service, node, id, notify=True)

    async def items(self, service, node):
        return [self.item(item) for item in (await self.pubsub.get_items(service, node))["pubsub"]["items"]]

    async def subscribe(self, service, node):
        return self.subscription((await self.pubsub.subscribe(service, node))["pubsub"]["subscription"])

    async def subscriptions(self, service):
        found = (await self.pubsub.get_subscriptions(service))["pubsub"]["subscriptions"]
        return [self.subscription(subscription) for subscription in found]

    async def affiliations(self, service):
        found = (await self.pubsub.get_affiliations(service))["pubsub"]["affiliations"]
        return [{"node": affiliation["node"], "affiliation": affiliation["affiliation"]} for affiliation in found]

    async def subscribers(self, service, node):
        found = (await self.pubsub.get_node_subscriptions(service, node))["pubsub_owner"]["subscriptions"]
        return {str(subscription["jid"]): subscription["subscription"] for subscription in found}

    async def affiliated(self, service, node):
        found = (await self.pubsub.get_node_affiliations(service, node))["pubsub_owner"]["affiliations"]
        return {str(affiliation["jid"]): affiliation["affiliation"] for affiliation in found}

    async def affiliate(self, service, node, jid, affiliation):
        await self.pubsub.modify_affiliations(service, node, affiliations=[(jid, affiliation)])

    async def events(self):
        return self.received

    @staticmethod
    def item(item):
        return {"id": item["id"], "tag": item["payload"].tag, "text": item["payload"].text}

    @staticmethod
    def subscription(subscription):
        return {"node": subscription["node"], "jid": str(subscription["jid"]), "state": subscription["subscription"]}


def make_form(xmpp, type, fields):
    form = xmpp["xep_0004"].make_form(ftype=type)
    for var, value in fields.items():
        form.add_field(var=var, ftype="hidden" if var == "FORM_TYPE" else None, value=value)
    return form


class Peer(slixmpp.ClientXMPP):

    def __init__(self, login):
        super().__init__(login["jid"], login.get("password", ""))
        self.login = login
        self.use_ipv6 = False
        self.register_plugin("xep_0092", {"software_name": "slixmpp peer", "version": "1.0", "os": ""})
        self.register_plugin("xep_0060")
        self.register_plugin("xep_0115")
        self.calls = {"disco": Disco(self), "pubsub": PubSub(self)}
        self.register_handler(Callback("echo", Payload(ECHO, "get"), self.echo))
        self.register_handler(Callback("fail", Payload(FAIL, "get", "set"), self.fail))
        self.register_handler(Callback("silent", Payload(SILENT, "get", "set"), lambda _: None))
        self.add_event_handler("session_start", lambda _: emit("ready", jid=self.boundjid.full))
        self.add_event_handler("failed_all_auth", lambda _: self.failed("authentication"))
        self.add_event_handler("connection_failed", lambda error: self.failed(str(error)))
        self.add_event_handler("ssl_invalid_chain", lambda error: self.failed(str(error)))
        self.add_event_handler("disconnected", lambda reason: emit("disconnected", reason=str(reason or "")))
        if "ca" in login:
            self.ca_certs = login["ca"]
        else:
            self["feature_mechanisms"].unencrypted_plain = True
            self["feature_mechanisms"].unencrypted_scram = True
        if "key" in login:
            self.certfile, self.keyfile = login["certificate"], login["key"]
            self["feature_mechanisms"].use_mech = "EXTERNAL"

    def open(self):
        tls = "ca" in self.login
        self.connect((self.login["host"], self.login["port"]), force_starttls=tls, disable_starttls=not tls)

    async def start_tls(self):
        # slixmpp has no name to verify when it connects to an address, and then dies silently: it is the JID's domain
        self.default_domain = self.boundjid.host
        return await super().start_tls()

    def failed(self, reason):
        emit("failed", reason=reason)
        self.abort()

    def echo(self, iq):
        reply = iq.reply(clear=True)
        reply.append(copy.deepcopy(iq.xml[0]))
        reply.send()

    def fail(self, iq):
        reply = iq.reply(clear=True)
        reply["error"]["type"] = "cancel"
        reply["error"]["condition"] = "item-not-found"
        reply["error"]["text"] = "There is no such thing"
        reply.send()

    async def iq(self, command):
        iq = self.make_iq(self.new_id(), ito=command["to"], itype=command["type"])
        if command["payload"]:
            iq.append(ET.fromstring(command["payload"]))
        try:
            reply = await iq.send(timeout=command.get("timeout", 10))
        except IqError as error:
            reply = error.iq
        except IqTimeout:
            emit("timeout", id=command.get("id"))
            return
        emit("reply", id=command.get("id"), type=reply["type"], xml=tostring(reply.xml))

    async def exchange(self, command):
        waiter = Waiter("exchange %s" % command["id"], MatcherId(ET.fromstring(command["xml"]).get("id")))
        self.register_handler(waiter)
        self.send_raw(command["xml"])
        reply = await waiter.wait(command["timeout"])
        if reply:
            emit("reply", id=command["id"], type=reply["type"], xml=tostring(reply.xml))
        else:
            emit("timeout", id=command["id"])

    async def read_roster(self, command):
        reply = await self.get_roster()
        items = {str(jid): {name: item[name] for name in ("name", "subscription", "groups")}
                 for jid, item in reply["roster"]["items"].items()}
        emit("reply", id=command["id"], type="result", xml=json.dumps(items))

    async def set_roster(self, command):
        reply = await self.update_roster(command["jid"], name=command["name"], groups=command["groups"])
        emit("reply", id=command["id"], type=reply["type"], xml=tostring(reply.xml))

    def vcards(self):
        if "xep_0054" not in self.plugin:
            self.register_plugin("xep_0054")
        return self["xep_0054"]

    async def read_vcard(self, command):
        reply = await self.vcards().get_vcard(jid=slixmpp.JID(command["jid"]), local=False, cached=False)
        card = reply["vcard_temp"]
        emit("reply", id=command["id"], type="result", xml=json.dumps({
            "name": card["FN"], "family": card["N"]["FAMILY"],
            "emails": [email["USERID"] for email in card["emails"]],
            "photo": card["PHOTO"]["TYPE"]}))

    async def set_vcard(self, command):
        card = self.vcards().make_vcard()
        card["FN"] = command["name"]
        card["N"]["FAMILY"] = command["family"]
        email = slixmpp.plugins.xep_0054.stanza.Email()
        email["INTERNET"] = True
        email["USERID"] = command["email"]
        card.append(email)
        card["PHOTO"]["TYPE"] = "image/png"
        card["PHOTO"]["BINVAL"] = base64.b64decode(command["photo"])
        await self.vcards().publish_vcard(card)
        emit("reply", id=command["id"], type="result", xml=tostring(card.xml))

    async def call(self, command):
        family, method = command["name"].split(".")
        try:
            value = await getattr(self.calls[family], method)(**command["arguments"])
        except IqError as error:
            emit("reply", id=command["id"], type="error", xml=error.condition)
        except IqTimeout:
            emit("timeout", id=command["id"])
        except Exception as error:
            emit("reply", id=command["id"], type="error", xml=repr(error))
        else:
            emit("reply", id=command["id"], type="result", xml=json.dumps({"value": value}))

    def execute(self, command):
        if command["cmd"] == "iq":
            asyncio.ensure_future(self.iq(command))
        elif command["cmd"] == "roster":
            asyncio.ensure_future(self.read_roster(command))
        elif command["cmd"] == "roster-set":
            asyncio.ensure_future(self.set_roster(command))
        elif command["cmd"] == "vcard":
            asyncio.ensure_future(self.read_vcard(command))
        elif command["cmd"] == "vcard-set":
            asyncio.ensure_future(self.set_vcard(command))
        elif command["cmd"] == "call":
            asyncio.ensure_future(self.call(command))
        elif command["cmd"] == "raw" and "id" in command:
            asyncio.ensure_future(self.exchange(command))
        elif command["cmd"] == "raw":
            self.send_raw(command["xml"])
        else:
            raise ValueError("unknown command " + command["cmd"])


async def main():
    lines = asyncio.StreamReader(limit=16 * 1024 * 1024)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    peer = Peer(json.loads(await lines.readline()))
    peer.open()
    while line := await lines.readline():
        peer.execute(json.loads(line))
    if peer.transport:
        await peer.disconnect(wait=1.0)


asyncio.run(main())
