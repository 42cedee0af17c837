--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: access_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_keys (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    sealed_secret text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    user_id text COLLATE pg_catalog."C",
    last_used_at_us bigint
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    account_id bigint NOT NULL,
    created_at_us bigint NOT NULL,
    access_revision bigint DEFAULT 0 NOT NULL
);


--
-- Name: audit_anchors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_anchors (
    account_id bigint NOT NULL,
    trail text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: audit_events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_events (
    account_id bigint NOT NULL,
    trail text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    at_us bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C",
    event text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: audit_trails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_trails (
    account_id bigint NOT NULL,
    sequence bigint NOT NULL,
    hash text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: bin_images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bin_images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    restorable_until_us bigint NOT NULL
);


--
-- Name: bin_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bin_snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    restorable_until_us bigint NOT NULL
);


--
-- Name: catalogues; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.catalogues (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    images bigint NOT NULL,
    families bigint NOT NULL,
    audit_sequence bigint DEFAULT 0 NOT NULL,
    audit_hash text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: client_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.client_tokens (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    client_token text NOT NULL COLLATE pg_catalog."C",
    parameters text NOT NULL COLLATE pg_catalog."C",
    answer text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: disks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL
);


--
-- Name: group_members; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.group_members (
    account_id bigint NOT NULL,
    group_id text NOT NULL COLLATE pg_catalog."C",
    user_id text NOT NULL COLLATE pg_catalog."C",
    joined_at_us bigint NOT NULL
);


--
-- Name: head_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.head_log (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    family text NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    image_id text COLLATE pg_catalog."C",
    changed_at_us bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    request_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    user_id bigint NOT NULL,
    instance_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_shares; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_shares (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    shared_with bigint NOT NULL,
    shared_at_us bigint NOT NULL
);


--
-- Name: image_snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: image_tag_counts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image_tag_counts (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    images bigint NOT NULL
);


--
-- Name: images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    created_at_us bigint NOT NULL,
    deleted_at_us bigint,
    name text NOT NULL COLLATE pg_catalog."C",
    family text COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    version text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    failure text NOT NULL COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    origin text NOT NULL COLLATE pg_catalog."C",
    architecture text NOT NULL COLLATE pg_catalog."C",
    os_type text NOT NULL COLLATE pg_catalog."C",
    platform text NOT NULL COLLATE pg_catalog."C",
    os_name_zh text COLLATE pg_catalog."C",
    os_name_en text COLLATE pg_catalog."C",
    boot_mode text COLLATE pg_catalog."C",
    license_type text COLLATE pg_catalog."C",
    imds_support text NOT NULL COLLATE pg_catalog."C",
    nvme_support text COLLATE pg_catalog."C",
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    is_public bigint NOT NULL,
    share_count bigint NOT NULL,
    instance_count bigint NOT NULL,
    disks text NOT NULL COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C",
    deletion_protection bigint DEFAULT 0 NOT NULL
);


--
-- Name: instances; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.instances (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    instance_id text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_owner_id bigint,
    image_id text COLLATE pg_catalog."C"
);


--
-- Name: nonces; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nonces (
    account_id bigint NOT NULL,
    access_key_id text NOT NULL COLLATE pg_catalog."C",
    nonce text NOT NULL COLLATE pg_catalog."C",
    expires_at_us bigint NOT NULL
);


--
-- Name: object_removals; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.object_removals (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    bucket text NOT NULL COLLATE pg_catalog."C",
    object text NOT NULL COLLATE pg_catalog."C",
    due_at_us bigint NOT NULL,
    task_id text COLLATE pg_catalog."C"
);


--
-- Name: owner_guards; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.owner_guards (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    mode text NOT NULL COLLATE pg_catalog."C",
    trusted_owners text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: policies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policies (
    account_id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    default_version bigint NOT NULL,
    newest_version bigint NOT NULL,
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Name: policy_attachments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policy_attachments (
    account_id bigint NOT NULL,
    entity_type text NOT NULL COLLATE pg_catalog."C",
    entity_id text NOT NULL COLLATE pg_catalog."C",
    policy_type text NOT NULL COLLATE pg_catalog."C",
    policy_name text NOT NULL COLLATE pg_catalog."C",
    attached_at_us bigint NOT NULL
);


--
-- Name: policy_versions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.policy_versions (
    account_id bigint NOT NULL,
    policy_name text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL
);


--
-- Name: refinery_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refinery_schema_history (
    version integer NOT NULL,
    name character varying(255),
    applied_on character varying(255),
    checksum character varying(255)
);


--
-- Name: roles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.roles (
    account_id bigint NOT NULL,
    role_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    trust_policy text NOT NULL COLLATE pg_catalog."C",
    session_s_max bigint NOT NULL,
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Name: shared_images; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.shared_images (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    owner_id bigint NOT NULL,
    image_id text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: snapshots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshots (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    snapshot_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    source_disk text NOT NULL COLLATE pg_catalog."C",
    size_gib bigint NOT NULL,
    bytes_path text COLLATE pg_catalog."C",
    bytes_length bigint,
    bytes_sha256 text COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    retention_days bigint,
    resource_group_id text NOT NULL COLLATE pg_catalog."C",
    disk_id text COLLATE pg_catalog."C",
    copied_region_id text COLLATE pg_catalog."C",
    copied_snapshot_id text COLLATE pg_catalog."C",
    copied_path text COLLATE pg_catalog."C",
    copied_length bigint,
    copied_sha256 text COLLATE pg_catalog."C",
    tags text NOT NULL COLLATE pg_catalog."C"
);


--
-- Name: tags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tags (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    resource_type text NOT NULL COLLATE pg_catalog."C",
    resource_id text NOT NULL COLLATE pg_catalog."C",
    tag_key text NOT NULL COLLATE pg_catalog."C",
    tag_value text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    sequence bigint NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    task_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    image_id text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    ready_at_us bigint NOT NULL,
    finished_at_us bigint,
    due_at_us bigint NOT NULL,
    lease_owner text COLLATE pg_catalog."C",
    progress bigint NOT NULL,
    attempts bigint NOT NULL,
    failure text NOT NULL COLLATE pg_catalog."C",
    source_region_id text COLLATE pg_catalog."C",
    source_image_id text COLLATE pg_catalog."C",
    export_bucket text COLLATE pg_catalog."C",
    export_prefix text COLLATE pg_catalog."C",
    export_format text COLLATE pg_catalog."C"
);


--
-- Name: throttle_counters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttle_counters (
    account_id bigint NOT NULL,
    region_id text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    window_began_us bigint NOT NULL,
    calls bigint NOT NULL
);


--
-- Name: throttles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.throttles (
    account_id bigint NOT NULL,
    action text NOT NULL COLLATE pg_catalog."C",
    calls_max bigint NOT NULL,
    window_s bigint NOT NULL
);


--
-- Name: user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.user_groups (
    account_id bigint NOT NULL,
    group_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    comments text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    account_id bigint NOT NULL,
    user_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    display_name text NOT NULL COLLATE pg_catalog."C",
    comments text NOT NULL COLLATE pg_catalog."C",
    mobile_phone text NOT NULL COLLATE pg_catalog."C",
    email text NOT NULL COLLATE pg_catalog."C",
    created_at_us bigint NOT NULL,
    updated_at_us bigint NOT NULL
);


--
-- Data for Name: access_keys; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.access_keys (account_id, access_key_id, sealed_secret, status, created_at_us, user_id, last_used_at_us) FROM stdin;
1234567890123456	LTAI5tiPiB7xfSa6VhFTKqMj	2f4c6dd4.e01debf73df754cd62b669e5f1c13ce9e8b53ac94301bddf9dc43f3fd4e5048d74d8b522257a7c216e34327675eb3e95427d1b69f5cbda416775	Active	1795937685538086	873711584029574820	\N
1234567890123456	testid	2f4c6dd4.5362f9962ef4b6e7ba3aaecaae9ab907d548a1aecdcca1bfa7daac56dc65a1336389399dfdbf	Active	1795937685289680	\N	1795937685547338
6543210987654321	otherid	2f4c6dd4.171c14c9445a67c0f587ddd764bea5cc30590c16af778d8446ad0cfb63db08697ab86cb23246d8	Active	1795937685327930	\N	1795937685460194
\.


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.accounts (account_id, created_at_us, access_revision) FROM stdin;
1234567890123456	1795937685289680	9
6543210987654321	1795937685327930	0
\.


--
-- Data for Name: audit_anchors; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_anchors (account_id, trail, sequence, hash) FROM stdin;
1234567890123456	cn-hangzhou	0	
\.


--
-- Data for Name: audit_events; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_events (account_id, trail, sequence, at_us, hash, event) FROM stdin;
0		1	1795937685570266	34cd9982f66fc9d4e8600fb1fb2700b63c954a9bb43152aea942c72dd099409f	{"eventId":"08B2595A-BE6F-4378-B820-9AD8D6A29F17","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"SetThrottle","eventRW":"Write","eventTime":"2026-11-29T07:34:45Z","requestId":"08B2595A-BE6F-4378-B820-9AD8D6A29F17","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"Action":"*","Calls":"1000000","Seconds":"1"}}
0	cn-hangzhou	1	1795937685328834	92aca4d662b080683f5e38ae7d6ecd5d53e70f92e4896b615c4e264d7b6e9bd0	{"eventId":"2C5479BC-0B95-4F1C-BA7C-C83D5B5A7C7A","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T07:34:45Z","requestId":"2C5479BC-0B95-4F1C-BA7C-C83D5B5A7C7A","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
0	cn-hangzhou	2	1795937685330976	345c80a787e1d3ccf4f8afc659124558a641e801c051bdbb8438caae28438348	{"eventId":"F2333ABB-966A-4D5F-8634-1C69D7B838C5","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T07:34:45Z","requestId":"F2333ABB-966A-4D5F-8634-1C69D7B838C5","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
0	cn-hangzhou	3	1795937685462614	b561e780a9d8f377882380fbea4d1611310f8eded6b1da149ab9d5f172a3d59d	{"eventId":"6F675BA5-000E-4391-8C70-B454E1DDE318","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"6F675BA5-000E-4391-8C70-B454E1DDE318","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"ubuntu_22_04_x64_20G_alibase_20230907.vhd","InstanceId":"i-of-the-system","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-2","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-of-the-system","referencedResources":{"ACS::ECS::Image":["ubuntu_22_04_x64_20G_alibase_20230907.vhd"],"ACS::ECS::Instance":["i-of-the-system"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		1	1795937685289680	835b8e9cda32b66e1b1acdd43de15269c569af7eee58352d96482c17e64c00d2	{"eventId":"8B6078D2-C3BF-4C80-B2C9-15546F5F64E6","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"PutFirstAccessKey","eventRW":"Write","eventTime":"2026-11-29T07:34:45Z","requestId":"8B6078D2-C3BF-4C80-B2C9-15546F5F64E6","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{"AccessKeyId":"testid"}}
1234567890123456		2	1795937685536795	cf55a30110aa9954f918401147a9dce5b8bca46706695e136d7ba2ff080be512	{"eventId":"BC74DD0A-BC8A-43AD-8B16-9E3E71A6807F","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateUser","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"BC74DD0A-BC8A-43AD-8B16-9E3E71A6807F","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateUser","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-58","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"873711584029574820,alice","referencedResources":{"ACS::RAM::User":["873711584029574820","alice"]},"responseElements":{"UserId":"873711584029574820"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		3	1795937685538086	45f3a5935431789dc87a332ab3cda5baf99ca1785d0796cc6a5f9ffdbb11e87e	{"eventId":"0D778A8A-470E-436D-8B0E-BBDB104CE86A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateAccessKey","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"0D778A8A-470E-436D-8B0E-BBDB104CE86A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateAccessKey","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-59","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::AccessKey","resourceName":"LTAI5tiPiB7xfSa6VhFTKqMj","referencedResources":{"ACS::RAM::AccessKey":["LTAI5tiPiB7xfSa6VhFTKqMj"],"ACS::RAM::User":["alice"]},"responseElements":{"AccessKeyId":"LTAI5tiPiB7xfSa6VhFTKqMj"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		4	1795937685539516	9f3b0c2274b61a7c69345383ae9ac5d3b619cb88272bf6e803a2ee4378cf235d	{"eventId":"2E818C63-2DEC-418F-B99C-9C33E0305C11","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateGroup","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"2E818C63-2DEC-418F-B99C-9C33E0305C11","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-60","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"916422133080441044,readers","referencedResources":{"ACS::RAM::Group":["916422133080441044","readers"]},"responseElements":{"GroupId":"916422133080441044"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		5	1795937685540697	7e2250f7b87b43d025bc3a5c79ea85edc49404f769c75c82310e911208dd5327	{"eventId":"22698716-F3B4-4E2A-BC3A-ABBDAB05C13C","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AddUserToGroup","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"22698716-F3B4-4E2A-BC3A-ABBDAB05C13C","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AddUserToGroup","Format":"JSON","GroupName":"readers","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-61","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		6	1795937685542096	2b41a5c1a1a6410a4b31ba820e261c49c978506f13d2c1ba58c188708851a332	{"eventId":"EA947A0E-B454-4CB5-BC70-896D3DC96703","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateRole","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"EA947A0E-B454-4CB5-BC70-896D3DC96703","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateRole","AssumeRolePolicyDocument":"{\\"Version\\": \\"1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"sts:AssumeRole\\",\\n        \\"Principal\\": {\\"RAM\\": [\\"acs:ram::1234567890123456:user/alice\\"]}}]}","Format":"JSON","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-62","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"671964796288409790,nightly","referencedResources":{"ACS::RAM::Role":["671964796288409790","nightly"]},"responseElements":{"RoleId":"671964796288409790"},"additionalEventData":{"Scheme":"http"}}
1234567890123456		7	1795937685543602	db9a0c099844417517724623d130e2350c5677cdfa28e5dcd3eff3bd82cd5038	{"eventId":"6E2AD682-B31E-478D-9AEE-2C139A49B16C","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreatePolicy","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"6E2AD682-B31E-478D-9AEE-2C139A49B16C","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreatePolicy","Format":"JSON","PolicyDocument":"{\\"Version\\": \\"1\\", \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"ecs:*\\", \\"Resource\\": \\"*\\"}]}","PolicyName":"images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-63","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Policy","resourceName":"images","referencedResources":{"ACS::RAM::Policy":["images"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		8	1795937685544945	8b0d76364ff03554da1bb09f2b02da929a90e81f8eea162d2f5636453299828b	{"eventId":"D54D7C0F-198C-42DC-9195-57FF6C496FFD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToUser","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"D54D7C0F-198C-42DC-9195-57FF6C496FFD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToUser","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-64","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","UserName":"alice","Version":"2015-05-01"},"resourceType":"ACS::RAM::User","resourceName":"alice","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::User":["alice"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		9	1795937685546164	56969c5097871aaa4dbd42a8be17f8eaad4942c754aae7e2dcbd4115db6e12e0	{"eventId":"540B6D6C-D88D-440E-803B-546D0AEE8EA4","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToGroup","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"540B6D6C-D88D-440E-803B-546D0AEE8EA4","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToGroup","Format":"JSON","GroupName":"readers","PolicyName":"AliyunECSReadOnlyAccess","PolicyType":"System","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-65","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Group","resourceName":"readers","referencedResources":{"ACS::RAM::Group":["readers"],"ACS::RAM::Policy":["AliyunECSReadOnlyAccess"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456		10	1795937685547338	09e00d0687ade865b876f1d94284cd72753223cc7979ca747e7c56ed35b666d8	{"eventId":"E8BB2A93-AA09-4783-B64A-917CE2F37ACC","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"AttachPolicyToRole","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","serviceName":"Ram","apiVersion":"2015-05-01","requestId":"E8BB2A93-AA09-4783-B64A-917CE2F37ACC","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"AttachPolicyToRole","Format":"JSON","PolicyName":"images","PolicyType":"Custom","RegionId":"cn-hangzhou","RoleName":"nightly","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-66","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2015-05-01"},"resourceType":"ACS::RAM::Role","resourceName":"nightly","referencedResources":{"ACS::RAM::Policy":["images"],"ACS::RAM::Role":["nightly"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-beijing	1	1795937685473875	73c4fe2fedd6b554c4eb70a32e07ffeca86dd34b6356b4abdbd2567ec6ed8292	{"eventId":"A39107F3-57CD-490D-BA32-908C4331749D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-beijing","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A39107F3-57CD-490D-BA32-908C4331749D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"copy-1","DestinationRegionId":"cn-beijing","Format":"JSON","ImageId":"m-2jpcjan5tvh0ve6govgd","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-37","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-373t9ejnhhd6gbqazjjp,m-2jpcjan5tvh0ve6govgd","referencedResources":{"ACS::ECS::Image":["m-373t9ejnhhd6gbqazjjp","m-2jpcjan5tvh0ve6govgd"]},"responseElements":{"ImageId":"m-373t9ejnhhd6gbqazjjp"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	1	1795937685329619	9c94f9ed24657853915f8c0a17c6b7913c04da7f199418577046bbe7b2632111	{"eventId":"2CEE02B0-06B3-44E4-8131-FB16D35C5EC7","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T07:34:45Z","requestId":"2CEE02B0-06B3-44E4-8131-FB16D35C5EC7","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
1234567890123456	cn-hangzhou	2	1795937685330255	48a00e28e670c1bff359edebacf5df81e6f5c5b640f39e57f0d19bf295b77679	{"eventId":"3783DAAA-42DC-4FD0-9104-0232003A10D9","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T07:34:45Z","requestId":"3783DAAA-42DC-4FD0-9104-0232003A10D9","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
1234567890123456	cn-hangzhou	3	1795937685346258	655573f9d72bf72c3fef5e9ba372f695196c6172effb52fc63a85fcdb36d090a	{"eventId":"171493F5-5743-4C39-9224-B2B5DB52CC2D","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"171493F5-5743-4C39-9224-B2B5DB52CC2D","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-1","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-2jpcjan5tvh0ve6govgd","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"]},"responseElements":{"ImageId":"m-2jpcjan5tvh0ve6govgd","TaskId":"t-lal2wi5diiryujmgwoq7","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	4	1795937685371236	d3f47261932932f45d5ead053075f1d6721d8d235b677f5c5dfff096c7d53d10	{"eventId":"6F98E473-C64C-4E76-8633-F0DC004E8C30","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"6F98E473-C64C-4E76-8633-F0DC004E8C30","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-2jpcjan5tvh0ve6govgd","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-4","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-2jpcjan5tvh0ve6govgd","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	5	1795937685373309	946b08d731024cc24d6c3fee5c4af9c33b93f1d61caf9ebb877dc484c3b47ebb	{"eventId":"CC84F8F5-41EB-4859-8A39-D798965B550C","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"CC84F8F5-41EB-4859-8A39-D798965B550C","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-5","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ivbz4015iqhg4i1duhej","referencedResources":{"ACS::ECS::Image":["m-ivbz4015iqhg4i1duhej"]},"responseElements":{"ImageId":"m-ivbz4015iqhg4i1duhej","TaskId":"t-hwpjv68kfzan3h1b7z1p","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	6	1795937685394375	5704e9419a012041b40081f3f6233f30cd8663105978a4fef9d813ebe8f46758	{"eventId":"C041029F-A0A6-4F36-B2F6-E27F674848B8","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"C041029F-A0A6-4F36-B2F6-E27F674848B8","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-ivbz4015iqhg4i1duhej","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-8","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ivbz4015iqhg4i1duhej","referencedResources":{"ACS::ECS::Image":["m-ivbz4015iqhg4i1duhej"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	7	1795937685396201	8425f2133f31748bfdfcd7755f08db10e98274f9ecdea933b6d930b7696b9904	{"eventId":"A7360FEA-BD56-41FD-98B6-F2A968412E40","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A7360FEA-BD56-41FD-98B6-F2A968412E40","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-9","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-kqdgcmzbixi82nfnqh9h","referencedResources":{"ACS::ECS::Image":["m-kqdgcmzbixi82nfnqh9h"]},"responseElements":{"ImageId":"m-kqdgcmzbixi82nfnqh9h","TaskId":"t-a31ahtsw38qg8w0z0wbu","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	8	1795937685412095	fb02b1c278f29c04403f757e07629563acce89bc57f156d3032116940ede9386	{"eventId":"727557F1-8114-4D94-8331-DD31B0869D4E","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"727557F1-8114-4D94-8331-DD31B0869D4E","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageFamily":"base","ImageId":"m-kqdgcmzbixi82nfnqh9h","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-12","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-kqdgcmzbixi82nfnqh9h","referencedResources":{"ACS::ECS::Image":["m-kqdgcmzbixi82nfnqh9h"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	9	1795937685415278	393d76bba89b896a6b3301c8f81d492516ec5f4b3bc373219c095e52fd2baf01	{"eventId":"89F738F6-BDFE-4C4E-89BF-8D92BA0B78D7","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"89F738F6-BDFE-4C4E-89BF-8D92BA0B78D7","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","Format":"JSON","ImageId":"m-kqdgcmzbixi82nfnqh9h","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-14","SignatureVersion":"1.0","Status":"Deprecated","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-kqdgcmzbixi82nfnqh9h","referencedResources":{"ACS::ECS::Image":["m-kqdgcmzbixi82nfnqh9h"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	10	1795937685416989	582527e07b45e24475ac560259b0e39b42828d0988706edb405871a1b574d706	{"eventId":"50CFFE99-98C2-48A1-AF19-81D7FDF7A77B","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"50CFFE99-98C2-48A1-AF19-81D7FDF7A77B","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"base","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-15","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-h068yuf50zcscstmzfhz","referencedResources":{"ACS::ECS::Image":["m-h068yuf50zcscstmzfhz"]},"responseElements":{"ImageId":"m-h068yuf50zcscstmzfhz","TaskId":"t-kv4xhu2dvmog00kudvtx","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	11	1795937685437836	88d26f120cd233ba4ccdfebf5445c4e428372d605d95bae05f6d5e9828cf4d39	{"eventId":"9CDCEF80-0CC2-411F-9014-2496838A39BD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9CDCEF80-0CC2-411F-9014-2496838A39BD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-1","Format":"JSON","ImageFamily":"made","ImageName":"made-1","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-18","SignatureVersion":"1.0","SnapshotId":"s-lo43ylo1xypcrjg19d36","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-1","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6ehfw71n1ikuvhsfwtit","referencedResources":{"ACS::ECS::Image":["m-6ehfw71n1ikuvhsfwtit"],"ACS::ECS::Snapshot":["s-lo43ylo1xypcrjg19d36"]},"responseElements":{"ImageId":"m-6ehfw71n1ikuvhsfwtit"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	12	1795937685440254	36d62a81cbf9034798550a2fed115e744a0dddfe99f839a1bd1817030377f39d	{"eventId":"15719430-31C2-41D2-AAAA-A59F69E0A7FD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"15719430-31C2-41D2-AAAA-A59F69E0A7FD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-2","Format":"JSON","ImageFamily":"made","ImageName":"made-2","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-19","SignatureVersion":"1.0","SnapshotId":"s-lo43ylo1xypcrjg19d36","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-2","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-0uaxdv90m7nur9apheqi","referencedResources":{"ACS::ECS::Image":["m-0uaxdv90m7nur9apheqi"],"ACS::ECS::Snapshot":["s-lo43ylo1xypcrjg19d36"]},"responseElements":{"ImageId":"m-0uaxdv90m7nur9apheqi"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	13	1795937685441924	90385ec9a3dcaa37ec4cf894f76cc7d50ac03adc4c2b1f459af39dec327329a3	{"eventId":"5D6CD658-5E30-471D-AC7B-6C578FBD5F0A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5D6CD658-5E30-471D-AC7B-6C578FBD5F0A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","ClientToken":"made-3","Format":"JSON","ImageFamily":"made","ImageName":"made-3","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-20","SignatureVersion":"1.0","SnapshotId":"s-lo43ylo1xypcrjg19d36","Tag.1.Key":"tier","Tag.1.Value":"golden","Tag.2.Key":"round","Tag.2.Value":"made-3","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6uccpzozkonsamxngjti","referencedResources":{"ACS::ECS::Image":["m-6uccpzozkonsamxngjti"],"ACS::ECS::Snapshot":["s-lo43ylo1xypcrjg19d36"]},"responseElements":{"ImageId":"m-6uccpzozkonsamxngjti"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	14	1795937685445045	8374cec6216d3bcf6973270219158f4d142a7d3d90c7e3c435966319fae5497b	{"eventId":"0402099A-C2B6-49A3-A5AD-961ECBDD1E91","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"0402099A-C2B6-49A3-A5AD-961ECBDD1E91","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-6uccpzozkonsamxngjti","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-22","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6uccpzozkonsamxngjti","referencedResources":{"ACS::ECS::Image":["m-6uccpzozkonsamxngjti"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	15	1795937685448494	ee7aa794b5b2b66af76531f73f100c64a899b22f977b9a1173f1d497ac768ea5	{"eventId":"CB215697-ACE3-4689-A793-8C68DF6F04AD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"CB215697-ACE3-4689-A793-8C68DF6F04AD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"m-2jpcjan5tvh0ve6govgd","ResourceType":"image","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-24","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-2jpcjan5tvh0ve6govgd","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	16	1795937685450400	cb8da7aca36bf2ac1381b5afe331d04b7f489dca1495661d0cfa4bac70926b71	{"eventId":"5F70BEC1-8AF7-4347-9C65-8062E32BB990","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"TagResources","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5F70BEC1-8AF7-4347-9C65-8062E32BB990","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"TagResources","Format":"JSON","RegionId":"cn-hangzhou","ResourceId.1":"s-lo43ylo1xypcrjg19d36","ResourceType":"snapshot","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-25","SignatureVersion":"1.0","Tag.1.Key":"tier","Tag.1.Value":"golden","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-lo43ylo1xypcrjg19d36","referencedResources":{"ACS::ECS::Snapshot":["s-lo43ylo1xypcrjg19d36"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	17	1795937685451703	b206cd3f4dc21354fa8347e4a2f60697715e09cf6f59140449c132866df1e2ee	{"eventId":"DA9F4B04-5BAF-436E-8F18-000CD16862C7","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateSnapshot","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"DA9F4B04-5BAF-436E-8F18-000CD16862C7","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateSnapshot","DiskId":"d-golden-system","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-26","SignatureVersion":"1.0","SnapshotName":"of-a-disk","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Snapshot","resourceName":"s-q79h2an58r3whp5m0mg7","referencedResources":{"ACS::ECS::Disk":["d-golden-system"],"ACS::ECS::Snapshot":["s-q79h2an58r3whp5m0mg7"]},"responseElements":{"SnapshotId":"s-q79h2an58r3whp5m0mg7"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	18	1795937685455743	b890466f2472b28193700bae7922601582f86a07ae5be4de5d0cda7c87230e6a	{"eventId":"14E7DA82-9ED3-43E6-A13B-0D71C5212CA3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"14E7DA82-9ED3-43E6-A13B-0D71C5212CA3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","AddAccount.1":"6543210987654321","Format":"JSON","ImageId":"m-2jpcjan5tvh0ve6govgd","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-29","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-2jpcjan5tvh0ve6govgd","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	19	1795937685457781	ebdc7331d8ad1811df8fc606949c9e17c1fd894f11940a55c18e64843fbd0798	{"eventId":"3CC3A031-9047-4F5B-8B98-FA5C8A7AF32C","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageSharePermission","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"3CC3A031-9047-4F5B-8B98-FA5C8A7AF32C","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageSharePermission","Format":"JSON","ImageId":"m-6ehfw71n1ikuvhsfwtit","IsPublic":"true","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-30","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-6ehfw71n1ikuvhsfwtit","referencedResources":{"ACS::ECS::Image":["m-6ehfw71n1ikuvhsfwtit"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	20	1795937685460194	24ef29310f3eb2090d8712b61edea78b30a72578057e8bb63da8689ee197b469	{"eventId":"9445E989-38D8-4293-94DD-DBFDFABEE88A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"9445E989-38D8-4293-94DD-DBFDFABEE88A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"6543210987654321","accountId":"6543210987654321","userName":"root","accessKeyId":"otherid"},"requestParameters":{"AccessKeyId":"otherid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-2jpcjan5tvh0ve6govgd","InstanceId":"i-others","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"2-1","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-others","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"],"ACS::ECS::Instance":["i-others"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	21	1795937685464584	13da06eddb09d0c5af515bfaa207c69ec6dcd32f02093eb14eec6caf5bfefc99	{"eventId":"72C5E7A8-4B6B-40AA-91E4-7CEBDF4012E3","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"72C5E7A8-4B6B-40AA-91E4-7CEBDF4012E3","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-2jpcjan5tvh0ve6govgd","InstanceId":"i-own","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-31","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-own","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"],"ACS::ECS::Instance":["i-own"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	22	1795937685466658	e74ad9d9c801c51d5ec419ff9024ff1f88890cda42ea0b61b8fca0709a09fb5e	{"eventId":"E9CBF44D-1BC9-4E00-8C63-5CA8F29C5A13","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"E9CBF44D-1BC9-4E00-8C63-5CA8F29C5A13","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-2jpcjan5tvh0ve6govgd","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-32","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"],"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	23	1795937685468122	b928f9feeb7c06bfb763eb3d424cb58038d7b086c835110ba0d3eee97f617b80	{"eventId":"25A0FFDF-3BFD-41A4-A77F-64478FB4D89C","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeregisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"25A0FFDF-3BFD-41A4-A77F-64478FB4D89C","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeregisterImageUsage","Format":"JSON","InstanceId":"i-gone","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-33","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-gone","referencedResources":{"ACS::ECS::Instance":["i-gone"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	24	1795937685471359	34bb74d71bf73e35109ace508d99f09961e9f8ae6a7ef6d343852189f0931ef6	{"eventId":"8F1D6D66-FEB2-4E8D-B44E-23DB61148B75","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RegisterImageUsage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"8F1D6D66-FEB2-4E8D-B44E-23DB61148B75","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RegisterImageUsage","Format":"JSON","ImageId":"m-ivbz4015iqhg4i1duhej","InstanceId":"i-orphan","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-35","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Instance","resourceName":"i-orphan","referencedResources":{"ACS::ECS::Image":["m-ivbz4015iqhg4i1duhej"],"ACS::ECS::Instance":["i-orphan"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	25	1795937685489765	48bc7d4c52a3ea78471ac25d53c8d1a63e3cf4eef294ff097a0504a34c5ef32f	{"eventId":"51E06916-4B9B-47A7-8199-B3AB1AB21DA6","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ExportImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"51E06916-4B9B-47A7-8199-B3AB1AB21DA6","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ExportImage","Format":"JSON","ImageId":"m-2jpcjan5tvh0ve6govgd","OSSBucket":"exported-images","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-40","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-2jpcjan5tvh0ve6govgd","referencedResources":{"ACS::ECS::Image":["m-2jpcjan5tvh0ve6govgd"]},"responseElements":{"TaskId":"t-84chugor1pozwcenxpoj"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	26	1795937685517959	87ae38159fb9f64e9dc6587f054b9a2798d6d205fcaa00f475075809a94bc75a	{"eventId":"0546A1F2-87ED-4015-A49B-848832E06166","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"0546A1F2-87ED-4015-A49B-848832E06166","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Force":"true","Format":"JSON","ImageId":"m-ivbz4015iqhg4i1duhej","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-45","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-ivbz4015iqhg4i1duhej","referencedResources":{"ACS::ECS::Image":["m-ivbz4015iqhg4i1duhej"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	27	1795937685520793	183bd1b669a081c99d5683f7c16b600a25270297b1b81adb76a55f8bc20e6f6d	{"eventId":"88F4B187-4AD7-4458-9BDD-EB67D5C8AC83","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"88F4B187-4AD7-4458-9BDD-EB67D5C8AC83","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"guarded","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-47","SignatureVersion":"1.0","SnapshotId":"s-o83fckenb2oa89wqx4dv","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-l2198l8w45oofct0oahg","referencedResources":{"ACS::ECS::Image":["m-l2198l8w45oofct0oahg"],"ACS::ECS::Snapshot":["s-o83fckenb2oa89wqx4dv"]},"responseElements":{"ImageId":"m-l2198l8w45oofct0oahg"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	28	1795937685522341	067cfa9a17c318ea5a2e737f95cff3c988d6fd8ebb7f9c55f1badba68bc37b3b	{"eventId":"A2A6E91E-0FFC-4C03-8EE4-EEE1A6751651","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"A2A6E91E-0FFC-4C03-8EE4-EEE1A6751651","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageName":"restored","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-48","SignatureVersion":"1.0","SnapshotId":"s-o83fckenb2oa89wqx4dv","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-t34mve9puxa4ql23baed","referencedResources":{"ACS::ECS::Image":["m-t34mve9puxa4ql23baed"],"ACS::ECS::Snapshot":["s-o83fckenb2oa89wqx4dv"]},"responseElements":{"ImageId":"m-t34mve9puxa4ql23baed"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	29	1795937685526155	b28d2559dadd7631708790bda9f46dc2fbcd261228793ddf1d4b1da44ab6a967	{"eventId":"05D776D2-F50C-4F36-A630-AF17F687F4BD","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageAttribute","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"05D776D2-F50C-4F36-A630-AF17F687F4BD","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageAttribute","DeletionProtection":"true","Format":"JSON","ImageId":"m-l2198l8w45oofct0oahg","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-51","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-l2198l8w45oofct0oahg","referencedResources":{"ACS::ECS::Image":["m-l2198l8w45oofct0oahg"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	30	1795937685527542	9754bb78159799cddfba25a7e998fbcc2c1451c198c9e2adcde34602aafb1e91	{"eventId":"642161A2-F807-4726-88BC-25DA3DED1D88","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"642161A2-F807-4726-88BC-25DA3DED1D88","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-t34mve9puxa4ql23baed","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-52","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-t34mve9puxa4ql23baed","referencedResources":{"ACS::ECS::Image":["m-t34mve9puxa4ql23baed"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	31	1795937685529369	6715ea433a29137f914cc6dca2bb4505738c934ee141ba40d3377005d2038ccf	{"eventId":"C015E398-5B52-4CF6-A154-028446EB6547","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"RestoreImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"C015E398-5B52-4CF6-A154-028446EB6547","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"RestoreImage","Format":"JSON","ImageId":"m-t34mve9puxa4ql23baed","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-53","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-t34mve9puxa4ql23baed","referencedResources":{"ACS::ECS::Image":["m-t34mve9puxa4ql23baed"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	32	1795937685530934	04d11bc834ff35615beebedb35c8f05c7224d7b176e2d0b8f33782b7c4761798	{"eventId":"ACB5CFE0-8E90-4615-BE6F-E30DA5FB3B24","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"ACB5CFE0-8E90-4615-BE6F-E30DA5FB3B24","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"made","ImageName":"binned","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-54","SignatureVersion":"1.0","SnapshotId":"s-o83fckenb2oa89wqx4dv","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-xgen7wajrfn2hdwr337f","referencedResources":{"ACS::ECS::Image":["m-xgen7wajrfn2hdwr337f"],"ACS::ECS::Snapshot":["s-o83fckenb2oa89wqx4dv"]},"responseElements":{"ImageId":"m-xgen7wajrfn2hdwr337f"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	33	1795937685533628	f27d4957e481ea443a4938d2a8edea3036375122f0f8c5634a35797b2829ada6	{"eventId":"999DA067-140E-4470-B4CF-ED8C07BFE3A9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"DeleteImage","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"999DA067-140E-4470-B4CF-ED8C07BFE3A9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"DeleteImage","Format":"JSON","ImageId":"m-xgen7wajrfn2hdwr337f","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-56","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-xgen7wajrfn2hdwr337f","referencedResources":{"ACS::ECS::Image":["m-xgen7wajrfn2hdwr337f"]},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	34	1795937685535570	b6852904a42bfa1aa64b3b8bcfb35a94b20d1bd24e52ae7870166ac4898273ef	{"eventId":"252AD370-14FE-4CD8-A4C8-9D946D0AC151","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ModifyImageOwnerGuard","eventRW":"Write","eventSource":"127.0.0.1:39237","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"252AD370-14FE-4CD8-A4C8-9D946D0AC151","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ModifyImageOwnerGuard","Format":"JSON","Mode":"audit","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"1-57","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","TrustedOwner.1":"system","TrustedOwner.2":"6543210987654321","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	35	1795937685635989	36a061d5edb38f95db58d4875d0a6932563a5b26c45b2735022eff34d1df7c03	{"eventId":"F1F81964-D0B3-4B35-9C62-9EC6697A92C9","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CreateImage","eventRW":"Write","eventSource":"127.0.0.1:37075","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"F1F81964-D0B3-4B35-9C62-9EC6697A92C9","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CreateImage","Format":"JSON","ImageFamily":"slow","ImageName":"slow","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-2","SignatureVersion":"1.0","SnapshotId":"s-lo43ylo1xypcrjg19d36","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-8vuhzt97j9fhv1w3c2jg","referencedResources":{"ACS::ECS::Image":["m-8vuhzt97j9fhv1w3c2jg"],"ACS::ECS::Snapshot":["s-lo43ylo1xypcrjg19d36"]},"responseElements":{"ImageId":"m-8vuhzt97j9fhv1w3c2jg"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	36	1795937685639842	93b2bd76605333663f9580a9e195baea72bccefc9c3c321fddcac76c2521c98e	{"eventId":"BB23BE1A-9D47-486F-A811-E5178FAA3523","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:37075","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"BB23BE1A-9D47-486F-A811-E5178FAA3523","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"slow-import","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-3","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-guftuv30tuaqp4k0weit","referencedResources":{"ACS::ECS::Image":["m-guftuv30tuaqp4k0weit"]},"responseElements":{"ImageId":"m-guftuv30tuaqp4k0weit","TaskId":"t-71gkdw4kml4m48jcg5fc","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	37	1795937685644632	29682bf6e781edf8152165dbbad788142de4e507c7f931919d4d97f971b92b3e	{"eventId":"5A92D6D0-49B6-41EC-840F-7834EFBBCCFF","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CopyImage","eventRW":"Write","eventSource":"127.0.0.1:37075","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"5A92D6D0-49B6-41EC-840F-7834EFBBCCFF","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CopyImage","DestinationImageName":"slow-copy","Format":"JSON","ImageId":"m-0uaxdv90m7nur9apheqi","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-5","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-2olzfxdf0khav7mkswd6,m-0uaxdv90m7nur9apheqi","referencedResources":{"ACS::ECS::Image":["m-2olzfxdf0khav7mkswd6","m-0uaxdv90m7nur9apheqi"]},"responseElements":{"ImageId":"m-2olzfxdf0khav7mkswd6"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	38	1795937685647856	921de7d94308684811c0468043680e09c41821cf7832cc6cd51f0bbfd1a26558	{"eventId":"01018D93-A732-4BD7-9F03-662D1B93DA54","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"ImportImage","eventRW":"Write","eventSource":"127.0.0.1:37075","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"01018D93-A732-4BD7-9F03-662D1B93DA54","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"ImportImage","DiskDeviceMapping.1.OSSBucket":"golden-images","DiskDeviceMapping.1.OSSObject":"base.raw","Format":"JSON","ImageName":"cancelled","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-6","SignatureVersion":"1.0","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"resourceType":"ACS::ECS::Image","resourceName":"m-catapfvtn0uwsrtajbca","referencedResources":{"ACS::ECS::Image":["m-catapfvtn0uwsrtajbca"]},"responseElements":{"ImageId":"m-catapfvtn0uwsrtajbca","TaskId":"t-vuyvcovpu6x9snhw2108","RegionId":"cn-hangzhou"},"additionalEventData":{"Scheme":"http"}}
1234567890123456	cn-hangzhou	39	1795937685649904	95f867d7e463f33d7995df0c0b684b83ba235d6eba173720a457c2273d42710f	{"eventId":"0C656456-3086-4520-A5E2-5AB96A584C7A","eventVersion":"1","eventCategory":"Management","eventType":"ApiCall","eventName":"CancelTask","eventRW":"Write","eventSource":"127.0.0.1:37075","eventTime":"2026-11-29T07:34:45Z","acsRegion":"cn-hangzhou","serviceName":"Ecs","apiVersion":"2014-05-26","requestId":"0C656456-3086-4520-A5E2-5AB96A584C7A","sourceIpAddress":"127.0.0.1","userAgent":"ureq/3.5.2","userIdentity":{"type":"root-account","principalId":"1234567890123456","accountId":"1234567890123456","userName":"root","accessKeyId":"testid"},"requestParameters":{"AccessKeyId":"testid","Action":"CancelTask","Format":"JSON","RegionId":"cn-hangzhou","SignatureMethod":"HMAC-SHA1","SignatureNonce":"3-7","SignatureVersion":"1.0","TaskId":"t-vuyvcovpu6x9snhw2108","Timestamp":"2026-11-29T07:34:45Z","Version":"2014-05-26"},"additionalEventData":{"Scheme":"http"}}
6543210987654321		1	1795937685327930	8135bb8f975b799de286b97c53078eb08694cfe2eca425cf9ab1860247d93687	{"eventId":"CD7D245A-E5C2-411B-AF6C-E2C2ADA7B599","eventVersion":"1","eventCategory":"Management","eventType":"AliyunServiceEvent","eventName":"ApplyFixtures","eventRW":"Write","eventTime":"2026-11-29T07:34:45Z","requestId":"CD7D245A-E5C2-411B-AF6C-E2C2ADA7B599","userIdentity":{"type":"system","userName":"operator"},"requestParameters":{}}
\.


--
-- Data for Name: audit_trails; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.audit_trails (account_id, sequence, hash) FROM stdin;
0	1	34cd9982f66fc9d4e8600fb1fb2700b63c954a9bb43152aea942c72dd099409f
1234567890123456	10	09e00d0687ade865b876f1d94284cd72753223cc7979ca747e7c56ed35b666d8
6543210987654321	1	8135bb8f975b799de286b97c53078eb08694cfe2eca425cf9ab1860247d93687
\.


--
-- Data for Name: bin_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.bin_images (account_id, region_id, image_id, restorable_until_us) FROM stdin;
1234567890123456	cn-hangzhou	m-6uccpzozkonsamxngjti	2111297685445045
1234567890123456	cn-hangzhou	m-ivbz4015iqhg4i1duhej	2111297685517959
1234567890123456	cn-hangzhou	m-xgen7wajrfn2hdwr337f	2111297685533628
\.


--
-- Data for Name: bin_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.bin_snapshots (account_id, region_id, snapshot_id, image_id, restorable_until_us) FROM stdin;
1234567890123456	cn-hangzhou	s-iijw9vs2z508hc0jmbse	m-ivbz4015iqhg4i1duhej	2111297685517959
1234567890123456	cn-hangzhou	s-lo43ylo1xypcrjg19d36	m-6uccpzozkonsamxngjti	2111297685445045
1234567890123456	cn-hangzhou	s-o83fckenb2oa89wqx4dv	m-xgen7wajrfn2hdwr337f	2111297685533628
\.


--
-- Data for Name: catalogues; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.catalogues (account_id, region_id, sequence, images, families, audit_sequence, audit_hash) FROM stdin;
0	cn-hangzhou	3	1	1	3	b561e780a9d8f377882380fbea4d1611310f8eded6b1da149ab9d5f172a3d59d
1234567890123456	cn-beijing	5	1	0	1	73c4fe2fedd6b554c4eb70a32e07ffeca86dd34b6356b4abdbd2567ec6ed8292
1234567890123456	cn-hangzhou	70	10	3	39	95f867d7e463f33d7995df0c0b684b83ba235d6eba173720a457c2273d42710f
\.


--
-- Data for Name: client_tokens; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.client_tokens (account_id, region_id, action, client_token, parameters, answer, expires_at_us) FROM stdin;
1234567890123456	cn-hangzhou	CreateImage	made-1	0944c4621753bc499402a6e9fc44d52572b33901d5e347aa3e41eba380c57475	{"ImageId":"m-6ehfw71n1ikuvhsfwtit"}	1796024085437836
1234567890123456	cn-hangzhou	CreateImage	made-2	a4d8947fb00a11d712b742d8910282b9fd47de7d6026d532c782590bce71da26	{"ImageId":"m-0uaxdv90m7nur9apheqi"}	1796024085440254
1234567890123456	cn-hangzhou	CreateImage	made-3	74c32c467b26dce46ac22ba67a79b19affd83705885a683087ab83e47c368ae7	{"ImageId":"m-6uccpzozkonsamxngjti"}	1796024085441924
\.


--
-- Data for Name: disks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.disks (account_id, region_id, disk_id, instance_id, kind, size_gib) FROM stdin;
1234567890123456	cn-hangzhou	d-golden-system	i-golden	system	40
\.


--
-- Data for Name: group_members; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.group_members (account_id, group_id, user_id, joined_at_us) FROM stdin;
1234567890123456	916422133080441044	873711584029574820	1795937685540697
\.


--
-- Data for Name: head_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.head_log (account_id, region_id, family, revision, image_id, changed_at_us, action, request_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64	1	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1795937685328834	ApplyFixtures	A74878DB-35A1-4048-B0A5-681722AB25C6
1234567890123456	cn-hangzhou	base	8	m-2jpcjan5tvh0ve6govgd	1795937685371236	ModifyImageAttribute	6F98E473-C64C-4E76-8633-F0DC004E8C30
1234567890123456	cn-hangzhou	base	14	m-ivbz4015iqhg4i1duhej	1795937685394375	ModifyImageAttribute	C041029F-A0A6-4F36-B2F6-E27F674848B8
1234567890123456	cn-hangzhou	base	20	m-kqdgcmzbixi82nfnqh9h	1795937685412095	ModifyImageAttribute	727557F1-8114-4D94-8331-DD31B0869D4E
1234567890123456	cn-hangzhou	base	21	m-ivbz4015iqhg4i1duhej	1795937685415278	ModifyImageAttribute	89F738F6-BDFE-4C4E-89BF-8D92BA0B78D7
1234567890123456	cn-hangzhou	base	45	m-2jpcjan5tvh0ve6govgd	1795937685517959	DeleteImage	0546A1F2-87ED-4015-A49B-848832E06166
1234567890123456	cn-hangzhou	made	27	m-6ehfw71n1ikuvhsfwtit	1795937685437836	CreateImage	9CDCEF80-0CC2-411F-9014-2496838A39BD
1234567890123456	cn-hangzhou	made	28	m-0uaxdv90m7nur9apheqi	1795937685440254	CreateImage	15719430-31C2-41D2-AAAA-A59F69E0A7FD
1234567890123456	cn-hangzhou	made	29	m-6uccpzozkonsamxngjti	1795937685441924	CreateImage	5D6CD658-5E30-471D-AC7B-6C578FBD5F0A
1234567890123456	cn-hangzhou	made	30	m-0uaxdv90m7nur9apheqi	1795937685445045	DeleteImage	0402099A-C2B6-49A3-A5AD-961ECBDD1E91
1234567890123456	cn-hangzhou	made	51	m-xgen7wajrfn2hdwr337f	1795937685530934	CreateImage	ACB5CFE0-8E90-4615-BE6F-E30DA5FB3B24
1234567890123456	cn-hangzhou	made	52	m-0uaxdv90m7nur9apheqi	1795937685533628	DeleteImage	999DA067-140E-4470-B4CF-ED8C07BFE3A9
\.


--
-- Data for Name: image_instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_instances (account_id, region_id, image_id, user_id, instance_id) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1234567890123456	i-golden
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	6543210987654321	i-of-the-system
1234567890123456	cn-hangzhou	m-2jpcjan5tvh0ve6govgd	1234567890123456	i-own
1234567890123456	cn-hangzhou	m-2jpcjan5tvh0ve6govgd	6543210987654321	i-others
1234567890123456	cn-hangzhou	m-ivbz4015iqhg4i1duhej	1234567890123456	i-orphan
\.


--
-- Data for Name: image_shares; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_shares (account_id, region_id, image_id, shared_with, shared_at_us) FROM stdin;
1234567890123456	cn-hangzhou	m-2jpcjan5tvh0ve6govgd	6543210987654321	1795937685455743
1234567890123456	cn-hangzhou	m-6ehfw71n1ikuvhsfwtit	0	1795937685457781
\.


--
-- Data for Name: image_snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_snapshots (account_id, region_id, snapshot_id, image_id) FROM stdin;
1234567890123456	cn-beijing	s-bxp567ra65w127mspvoe	m-373t9ejnhhd6gbqazjjp
1234567890123456	cn-hangzhou	s-ahasysmqi65li1gfwjju	m-kqdgcmzbixi82nfnqh9h
1234567890123456	cn-hangzhou	s-gpolnkwqndcizp9uzaf8	m-guftuv30tuaqp4k0weit
1234567890123456	cn-hangzhou	s-kbdsuxvzidjxij1yy9vr	m-2olzfxdf0khav7mkswd6
1234567890123456	cn-hangzhou	s-lo43ylo1xypcrjg19d36	m-0uaxdv90m7nur9apheqi
1234567890123456	cn-hangzhou	s-lo43ylo1xypcrjg19d36	m-6ehfw71n1ikuvhsfwtit
1234567890123456	cn-hangzhou	s-lo43ylo1xypcrjg19d36	m-8vuhzt97j9fhv1w3c2jg
1234567890123456	cn-hangzhou	s-lo43ylo1xypcrjg19d36	m-h068yuf50zcscstmzfhz
1234567890123456	cn-hangzhou	s-o83fckenb2oa89wqx4dv	m-2jpcjan5tvh0ve6govgd
1234567890123456	cn-hangzhou	s-o83fckenb2oa89wqx4dv	m-l2198l8w45oofct0oahg
1234567890123456	cn-hangzhou	s-o83fckenb2oa89wqx4dv	m-t34mve9puxa4ql23baed
\.


--
-- Data for Name: image_tag_counts; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.image_tag_counts (account_id, region_id, tag_key, tag_value, status, images) FROM stdin;
1234567890123456	cn-hangzhou	round	made-1	Available	1
1234567890123456	cn-hangzhou	round	made-2	Available	1
1234567890123456	cn-hangzhou	tier	golden	Available	3
\.


--
-- Data for Name: images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.images (account_id, region_id, image_id, sequence, created_at_us, deleted_at_us, name, family, description, version, status, failure, progress, origin, architecture, os_type, platform, os_name_zh, os_name_en, boot_mode, license_type, imds_support, nvme_support, resource_group_id, is_public, share_count, instance_count, disks, tags, deletion_protection) FROM stdin;
0	cn-hangzhou	ubuntu_22_04_x64_20G_alibase_20230907.vhd	1	1694044800000000	\N	ubuntu_22_04_x64_20G_alibase_20230907.vhd	ubuntu_22_04_x64			Available		100	CreateImage	x86_64	linux	Ubuntu	Ubuntu  22.04 64位	Ubuntu  22.04 64 bit	\N	\N	v1	\N		0	0	2	[{"device":"/dev/xvda","kind":"system","size_gib":20}]	{}	0
1234567890123456	cn-beijing	m-373t9ejnhhd6gbqazjjp	1	1795937685473875	\N	copy-1	\N			Available		100	CopyImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-bxp567ra65w127mspvoe"}]	{}	0
1234567890123456	cn-hangzhou	m-0uaxdv90m7nur9apheqi	28	1795937685440254	\N	made-2	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-lo43ylo1xypcrjg19d36"}]	{"tier":"golden","round":"made-2"}	0
1234567890123456	cn-hangzhou	m-2jpcjan5tvh0ve6govgd	3	1795937685346258	\N	base-1	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	1	2	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o83fckenb2oa89wqx4dv","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{"tier":"golden"}	0
1234567890123456	cn-hangzhou	m-2olzfxdf0khav7mkswd6	60	1795937685644632	\N	slow-copy	\N			Creating		0	CopyImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-kbdsuxvzidjxij1yy9vr"}]	{}	0
1234567890123456	cn-hangzhou	m-6ehfw71n1ikuvhsfwtit	27	1795937685437836	\N	made-1	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		1	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-lo43ylo1xypcrjg19d36"}]	{"tier":"golden","round":"made-1"}	0
1234567890123456	cn-hangzhou	m-6uccpzozkonsamxngjti	29	1795937685441924	1795937685445045	made-3	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-lo43ylo1xypcrjg19d36"}]	{"tier":"golden","round":"made-3"}	0
1234567890123456	cn-hangzhou	m-8vuhzt97j9fhv1w3c2jg	54	1795937685635989	\N	slow	slow			Creating		0	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-lo43ylo1xypcrjg19d36"}]	{}	0
1234567890123456	cn-hangzhou	m-catapfvtn0uwsrtajbca	65	1795937685647856	1795937685649904	cancelled	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-p0jpwywxashppt813ky1","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-guftuv30tuaqp4k0weit	57	1795937685639842	\N	slow-import	\N			Creating		0	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-gpolnkwqndcizp9uzaf8","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-h068yuf50zcscstmzfhz	22	1795937685416989	\N	base	\N			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-lo43ylo1xypcrjg19d36","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-ivbz4015iqhg4i1duhej	9	1795937685373309	1795937685517959	base-2	base			Available		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	1	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-iijw9vs2z508hc0jmbse","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-kqdgcmzbixi82nfnqh9h	15	1795937685396201	\N	base-3	base			Deprecated		100	ImportImage	x86_64	linux	Others Linux	\N	\N	BIOS	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-ahasysmqi65li1gfwjju","imported_from":{"format":"RAW","bucket":"golden-images","object":"base.raw"}}]	{}	0
1234567890123456	cn-hangzhou	m-l2198l8w45oofct0oahg	46	1795937685520793	\N	guarded	\N			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o83fckenb2oa89wqx4dv"}]	{}	1
1234567890123456	cn-hangzhou	m-t34mve9puxa4ql23baed	47	1795937685522341	\N	restored	\N			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o83fckenb2oa89wqx4dv"}]	{}	0
1234567890123456	cn-hangzhou	m-xgen7wajrfn2hdwr337f	51	1795937685530934	1795937685533628	binned	made			Available		100	CreateImage	x86_64	linux	Others Linux	\N	\N	\N	\N	v1	\N		0	0	0	[{"device":"/dev/xvda","kind":"system","size_gib":1,"snapshot_id":"s-o83fckenb2oa89wqx4dv"}]	{}	0
\.


--
-- Data for Name: instances; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.instances (account_id, region_id, instance_id, status, image_owner_id, image_id) FROM stdin;
1234567890123456	cn-hangzhou	i-golden	Stopped	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
1234567890123456	cn-hangzhou	i-orphan	Running	1234567890123456	m-ivbz4015iqhg4i1duhej
1234567890123456	cn-hangzhou	i-own	Running	1234567890123456	m-2jpcjan5tvh0ve6govgd
6543210987654321	cn-hangzhou	i-of-the-system	Running	0	ubuntu_22_04_x64_20G_alibase_20230907.vhd
6543210987654321	cn-hangzhou	i-others	Running	1234567890123456	m-2jpcjan5tvh0ve6govgd
\.


--
-- Data for Name: nonces; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.nonces (account_id, access_key_id, nonce, expires_at_us) FROM stdin;
1234567890123456	testid	1-1	1795939485000000
1234567890123456	testid	1-12	1795939485000000
1234567890123456	testid	1-14	1795939485000000
1234567890123456	testid	1-15	1795939485000000
1234567890123456	testid	1-18	1795939485000000
1234567890123456	testid	1-19	1795939485000000
1234567890123456	testid	1-20	1795939485000000
1234567890123456	testid	1-22	1795939485000000
1234567890123456	testid	1-24	1795939485000000
1234567890123456	testid	1-25	1795939485000000
1234567890123456	testid	1-26	1795939485000000
1234567890123456	testid	1-29	1795939485000000
1234567890123456	testid	1-30	1795939485000000
1234567890123456	testid	1-31	1795939485000000
1234567890123456	testid	1-32	1795939485000000
1234567890123456	testid	1-33	1795939485000000
1234567890123456	testid	1-35	1795939485000000
1234567890123456	testid	1-37	1795939485000000
1234567890123456	testid	1-4	1795939485000000
1234567890123456	testid	1-40	1795939485000000
1234567890123456	testid	1-45	1795939485000000
1234567890123456	testid	1-47	1795939485000000
1234567890123456	testid	1-48	1795939485000000
1234567890123456	testid	1-5	1795939485000000
1234567890123456	testid	1-51	1795939485000000
1234567890123456	testid	1-52	1795939485000000
1234567890123456	testid	1-53	1795939485000000
1234567890123456	testid	1-54	1795939485000000
1234567890123456	testid	1-56	1795939485000000
1234567890123456	testid	1-57	1795939485000000
1234567890123456	testid	1-58	1795939485000000
1234567890123456	testid	1-59	1795939485000000
1234567890123456	testid	1-60	1795939485000000
1234567890123456	testid	1-61	1795939485000000
1234567890123456	testid	1-62	1795939485000000
1234567890123456	testid	1-63	1795939485000000
1234567890123456	testid	1-64	1795939485000000
1234567890123456	testid	1-65	1795939485000000
1234567890123456	testid	1-66	1795939485000000
1234567890123456	testid	1-8	1795939485000000
1234567890123456	testid	1-9	1795939485000000
1234567890123456	testid	3-2	1795939485000000
1234567890123456	testid	3-3	1795939485000000
1234567890123456	testid	3-5	1795939485000000
1234567890123456	testid	3-6	1795939485000000
1234567890123456	testid	3-7	1795939485000000
6543210987654321	otherid	2-1	1795939485000000
6543210987654321	otherid	2-2	1795939485000000
\.


--
-- Data for Name: object_removals; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.object_removals (account_id, region_id, bucket, object, due_at_us, task_id) FROM stdin;
1234567890123456	cn-hangzhou	imagekin-snapshots	1234567890123456/s-none-0	0	\N
\.


--
-- Data for Name: owner_guards; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.owner_guards (account_id, region_id, mode, trusted_owners) FROM stdin;
1234567890123456	cn-hangzhou	audit	0,6543210987654321
\.


--
-- Data for Name: policies; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policies (account_id, name, description, default_version, newest_version, created_at_us, updated_at_us) FROM stdin;
1234567890123456	images		1	1	1795937685543602	1795937685543602
\.


--
-- Data for Name: policy_attachments; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_attachments (account_id, entity_type, entity_id, policy_type, policy_name, attached_at_us) FROM stdin;
1234567890123456	Group	916422133080441044	System	AliyunECSReadOnlyAccess	1795937685546164
1234567890123456	Role	671964796288409790	Custom	images	1795937685547338
1234567890123456	User	873711584029574820	Custom	images	1795937685544945
\.


--
-- Data for Name: policy_versions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.policy_versions (account_id, policy_name, version, document, created_at_us) FROM stdin;
1234567890123456	images	1	{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}]}	1795937685543602
\.


--
-- Data for Name: refinery_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.refinery_schema_history (version, name, applied_on, checksum) FROM stdin;
1	catalogue	2026-11-29T07:34:46.240002473Z	10768457456830434487
2	throttles	2026-11-29T07:34:46.240010855Z	14591095462512939459
3	access	2026-11-29T07:34:46.240011857Z	6052349647404228499
4	audit	2026-11-29T07:34:46.240013059Z	4125763650635833989
5	guards	2026-11-29T07:34:46.240013659Z	13791927806740824022
\.


--
-- Data for Name: roles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.roles (account_id, role_id, name, description, trust_policy, session_s_max, created_at_us, updated_at_us) FROM stdin;
1234567890123456	671964796288409790	nightly		{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",\n        "Principal": {"RAM": ["acs:ram::1234567890123456:user/alice"]}}]}	3600	1795937685542096	1795937685542096
\.


--
-- Data for Name: shared_images; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.shared_images (account_id, region_id, owner_id, image_id) FROM stdin;
0	cn-hangzhou	1234567890123456	m-6ehfw71n1ikuvhsfwtit
6543210987654321	cn-hangzhou	1234567890123456	m-2jpcjan5tvh0ve6govgd
\.


--
-- Data for Name: snapshots; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.snapshots (account_id, region_id, snapshot_id, created_at_us, status, source_disk, size_gib, bytes_path, bytes_length, bytes_sha256, name, description, retention_days, resource_group_id, disk_id, copied_region_id, copied_snapshot_id, copied_path, copied_length, copied_sha256, tags) FROM stdin;
1234567890123456	cn-beijing	s-bxp567ra65w127mspvoe	1795937685473875	accomplished	system	1	1234567890123456/s-bxp567ra65w127mspvoe-954e68286bf7	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-o83fckenb2oa89wqx4dv	1234567890123456/s-o83fckenb2oa89wqx4dv-d02b915d3c8c	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-ahasysmqi65li1gfwjju	1795937685396201	accomplished	system	1	1234567890123456/s-ahasysmqi65li1gfwjju-9eb15dd2a582	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-base	1795937685327784	accomplished	system	20	\N	\N	\N			\N		\N	\N	\N	\N	\N	\N	{"made-by":"fixtures"}
1234567890123456	cn-hangzhou	s-gpolnkwqndcizp9uzaf8	1795937685639842	accomplished	system	1	1234567890123456/s-gpolnkwqndcizp9uzaf8-1c1084beb98b	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-iijw9vs2z508hc0jmbse	1795937685373309	accomplished	system	1	1234567890123456/s-iijw9vs2z508hc0jmbse-8deb973c7a84	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-kbdsuxvzidjxij1yy9vr	1795937685644632	accomplished	system	1	1234567890123456/s-kbdsuxvzidjxij1yy9vr-c33c5067139a	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	cn-hangzhou	s-lo43ylo1xypcrjg19d36	1234567890123456/s-lo43ylo1xypcrjg19d36-53be518aea6a	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a	{}
1234567890123456	cn-hangzhou	s-lo43ylo1xypcrjg19d36	1795937685416989	accomplished	system	1	1234567890123456/s-lo43ylo1xypcrjg19d36-53be518aea6a	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{"tier":"golden"}
1234567890123456	cn-hangzhou	s-o83fckenb2oa89wqx4dv	1795937685346258	accomplished	system	1	1234567890123456/s-o83fckenb2oa89wqx4dv-d02b915d3c8c	65536	145871884c47d5eafc6348311d52b8ddbe1207b40c704403c999039b2d130f5a			\N		\N	\N	\N	\N	\N	\N	{}
1234567890123456	cn-hangzhou	s-q79h2an58r3whp5m0mg7	1795937685451703	accomplished	system	40	\N	\N	\N	of-a-disk		\N		d-golden-system	\N	\N	\N	\N	\N	{}
\.


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tags (account_id, region_id, resource_type, resource_id, tag_key, tag_value, status, created_at_us, sequence) FROM stdin;
1234567890123456	cn-hangzhou	image	m-0uaxdv90m7nur9apheqi	round	made-2	Available	1795937685440254	28
1234567890123456	cn-hangzhou	image	m-0uaxdv90m7nur9apheqi	tier	golden	Available	1795937685440254	28
1234567890123456	cn-hangzhou	image	m-2jpcjan5tvh0ve6govgd	tier	golden	Available	1795937685346258	3
1234567890123456	cn-hangzhou	image	m-6ehfw71n1ikuvhsfwtit	round	made-1	Available	1795937685437836	27
1234567890123456	cn-hangzhou	image	m-6ehfw71n1ikuvhsfwtit	tier	golden	Available	1795937685437836	27
1234567890123456	cn-hangzhou	snapshot	s-base	made-by	fixtures	accomplished	1795937685327784	0
1234567890123456	cn-hangzhou	snapshot	s-lo43ylo1xypcrjg19d36	tier	golden	accomplished	1795937685416989	0
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (account_id, region_id, task_id, action, status, image_id, created_at_us, ready_at_us, finished_at_us, due_at_us, lease_owner, progress, attempts, failure, source_region_id, source_image_id, export_bucket, export_prefix, export_format) FROM stdin;
1234567890123456	cn-beijing	t-9wybbpvy40yehjn50yu0	CopyImage	Finished	m-373t9ejnhhd6gbqazjjp	1795937685473875	1795937685473875	1795937685479800	1795937715477766	\N	100	0		cn-hangzhou	m-2jpcjan5tvh0ve6govgd	\N	\N	\N
1234567890123456	cn-hangzhou	t-0pbgpilcxd175ysh0rmy	CopyImage	Processing	m-2olzfxdf0khav7mkswd6	1795937685644632	1795937685644632	\N	1795937685644632	\N	0	0		cn-hangzhou	m-0uaxdv90m7nur9apheqi	\N	\N	\N
1234567890123456	cn-hangzhou	t-5muq27lu455byccq9t7h	CreateImage	Processing	m-8vuhzt97j9fhv1w3c2jg	1795937685635989	1795937685635989	\N	1795937685635989	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-71gkdw4kml4m48jcg5fc	ImportImage	Processing	m-guftuv30tuaqp4k0weit	1795937685639842	1795937685639842	\N	1795937685639842	\N	0	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-84chugor1pozwcenxpoj	ExportImage	Finished	m-2jpcjan5tvh0ve6govgd	1795937685489765	1795937685489765	1795937685512123	1795937715510243	\N	100	0		\N	\N	exported-images		raw
1234567890123456	cn-hangzhou	t-a31ahtsw38qg8w0z0wbu	ImportImage	Finished	m-kqdgcmzbixi82nfnqh9h	1795937685396201	1795937685396201	1795937685401982	1795937715400262	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-hwpjv68kfzan3h1b7z1p	ImportImage	Finished	m-ivbz4015iqhg4i1duhej	1795937685373309	1795937685373309	1795937685385355	1795937715378417	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-kv4xhu2dvmog00kudvtx	ImportImage	Finished	m-h068yuf50zcscstmzfhz	1795937685416989	1795937685416989	1795937685427296	1795937715425440	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-lal2wi5diiryujmgwoq7	ImportImage	Finished	m-2jpcjan5tvh0ve6govgd	1795937685346258	1795937685346258	1795937685366355	1795937715363982	\N	100	0		\N	\N	\N	\N	\N
1234567890123456	cn-hangzhou	t-vuyvcovpu6x9snhw2108	ImportImage	Deleted	m-catapfvtn0uwsrtajbca	1795937685647856	1795941285647856	1795937685649904	1795937715649485	\N	0	0	cancelled	\N	\N	\N	\N	\N
\.


--
-- Data for Name: throttle_counters; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttle_counters (account_id, region_id, action, window_began_us, calls) FROM stdin;
1234567890123456	cn-hangzhou	*	0	1
\.


--
-- Data for Name: throttles; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.throttles (account_id, action, calls_max, window_s) FROM stdin;
0	*	1000000	1
\.


--
-- Data for Name: user_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.user_groups (account_id, group_id, name, comments, created_at_us, updated_at_us) FROM stdin;
1234567890123456	916422133080441044	readers		1795937685539516	1795937685539516
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (account_id, user_id, name, display_name, comments, mobile_phone, email, created_at_us, updated_at_us) FROM stdin;
1234567890123456	873711584029574820	alice	alice				1795937685536795	1795937685536795
\.


--
-- Name: access_keys access_keys_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_keys
    ADD CONSTRAINT access_keys_pkey PRIMARY KEY (account_id, access_key_id);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account_id);


--
-- Name: audit_anchors audit_anchors_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_anchors
    ADD CONSTRAINT audit_anchors_pkey PRIMARY KEY (account_id, trail);


--
-- Name: audit_events audit_events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_events
    ADD CONSTRAINT audit_events_pkey PRIMARY KEY (account_id, trail, sequence);


--
-- Name: audit_trails audit_trails_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_trails
    ADD CONSTRAINT audit_trails_pkey PRIMARY KEY (account_id);


--
-- Name: bin_images bin_images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bin_images
    ADD CONSTRAINT bin_images_pkey PRIMARY KEY (account_id, region_id, image_id);


--
-- Name: bin_snapshots bin_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bin_snapshots
    ADD CONSTRAINT bin_snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id, image_id);


--
-- Name: catalogues catalogues_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.catalogues
    ADD CONSTRAINT catalogues_pkey PRIMARY KEY (account_id, region_id);


--
-- Name: client_tokens client_tokens_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.client_tokens
    ADD CONSTRAINT client_tokens_pkey PRIMARY KEY (account_id, region_id, action, client_token);


--
-- Name: disks disks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disks
    ADD CONSTRAINT disks_pkey PRIMARY KEY (account_id, region_id, disk_id);


--
-- Name: group_members group_members_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (account_id, group_id, user_id);


--
-- Name: head_log head_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.head_log
    ADD CONSTRAINT head_log_pkey PRIMARY KEY (account_id, region_id, family, revision);


--
-- Name: image_instances image_instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_instances
    ADD CONSTRAINT image_instances_pkey PRIMARY KEY (account_id, region_id, image_id, user_id, instance_id);


--
-- Name: image_shares image_shares_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_shares
    ADD CONSTRAINT image_shares_pkey PRIMARY KEY (account_id, region_id, image_id, shared_with);


--
-- Name: image_snapshots image_snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_snapshots
    ADD CONSTRAINT image_snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id, image_id);


--
-- Name: image_tag_counts image_tag_counts_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image_tag_counts
    ADD CONSTRAINT image_tag_counts_pkey PRIMARY KEY (account_id, region_id, tag_key, tag_value, status);


--
-- Name: images images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.images
    ADD CONSTRAINT images_pkey PRIMARY KEY (account_id, region_id, image_id);


--
-- Name: instances instances_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.instances
    ADD CONSTRAINT instances_pkey PRIMARY KEY (account_id, region_id, instance_id);


--
-- Name: nonces nonces_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nonces
    ADD CONSTRAINT nonces_pkey PRIMARY KEY (account_id, access_key_id, nonce);


--
-- Name: object_removals object_removals_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.object_removals
    ADD CONSTRAINT object_removals_pkey PRIMARY KEY (account_id, region_id, bucket, object);


--
-- Name: owner_guards owner_guards_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.owner_guards
    ADD CONSTRAINT owner_guards_pkey PRIMARY KEY (account_id, region_id);


--
-- Name: policies policies_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (account_id, name);


--
-- Name: policy_attachments policy_attachments_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policy_attachments
    ADD CONSTRAINT policy_attachments_pkey PRIMARY KEY (account_id, entity_type, entity_id, policy_type, policy_name);


--
-- Name: policy_versions policy_versions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.policy_versions
    ADD CONSTRAINT policy_versions_pkey PRIMARY KEY (account_id, policy_name, version);


--
-- Name: refinery_schema_history refinery_schema_history_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refinery_schema_history
    ADD CONSTRAINT refinery_schema_history_pkey PRIMARY KEY (version);


--
-- Name: roles roles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (account_id, role_id);


--
-- Name: shared_images shared_images_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.shared_images
    ADD CONSTRAINT shared_images_pkey PRIMARY KEY (account_id, region_id, owner_id, image_id);


--
-- Name: snapshots snapshots_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshots
    ADD CONSTRAINT snapshots_pkey PRIMARY KEY (account_id, region_id, snapshot_id);


--
-- Name: tags tags_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (account_id, region_id, task_id);


--
-- Name: throttle_counters throttle_counters_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttle_counters
    ADD CONSTRAINT throttle_counters_pkey PRIMARY KEY (account_id, region_id, action);


--
-- Name: throttles throttles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (account_id, action);


--
-- Name: user_groups user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.user_groups
    ADD CONSTRAINT user_groups_pkey PRIMARY KEY (account_id, group_id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (account_id, user_id);


--
-- Name: access_keys_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_by_id ON public.access_keys USING btree (access_key_id);


--
-- Name: access_keys_of_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_keys_of_user ON public.access_keys USING btree (account_id, user_id);


--
-- Name: bin_images_by_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bin_images_by_end ON public.bin_images USING btree (account_id, region_id, restorable_until_us, image_id);


--
-- Name: client_tokens_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX client_tokens_by_expiry ON public.client_tokens USING btree (expires_at_us);


--
-- Name: disks_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_by_id ON public.disks USING btree (account_id, disk_id);


--
-- Name: disks_of_instance; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disks_of_instance ON public.disks USING btree (account_id, region_id, instance_id, disk_id);


--
-- Name: group_members_by_user; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX group_members_by_user ON public.group_members USING btree (account_id, user_id, group_id);


--
-- Name: images_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_by_age ON public.images USING btree (account_id, region_id, created_at_us DESC, sequence DESC, status, image_id, deleted_at_us) WHERE (deleted_at_us IS NULL);


--
-- Name: images_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX images_by_name ON public.images USING btree (account_id, region_id, name) WHERE (deleted_at_us IS NULL);


--
-- Name: images_of_family; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX images_of_family ON public.images USING btree (account_id, region_id, family, status, created_at_us DESC, sequence DESC, image_id) WHERE (deleted_at_us IS NULL);


--
-- Name: nonces_by_expiry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX nonces_by_expiry ON public.nonces USING btree (expires_at_us);


--
-- Name: object_removals_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_due ON public.object_removals USING btree (due_at_us);


--
-- Name: object_removals_of_task; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX object_removals_of_task ON public.object_removals USING btree (account_id, region_id, task_id) WHERE (task_id IS NOT NULL);


--
-- Name: policy_attachments_by_policy; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX policy_attachments_by_policy ON public.policy_attachments USING btree (account_id, policy_type, policy_name);


--
-- Name: roles_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX roles_by_name ON public.roles USING btree (account_id, name);


--
-- Name: shared_images_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX shared_images_by_id ON public.shared_images USING btree (account_id, region_id, image_id);


--
-- Name: snapshots_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_age ON public.snapshots USING btree (account_id, region_id, created_at_us DESC, snapshot_id);


--
-- Name: snapshots_by_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX snapshots_by_id ON public.snapshots USING btree (account_id, snapshot_id);


--
-- Name: tags_by_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tags_by_key ON public.tags USING btree (account_id, region_id, resource_type, tag_key, tag_value, status, created_at_us DESC, sequence DESC, resource_id);


--
-- Name: tasks_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_age ON public.tasks USING btree (account_id, region_id, created_at_us DESC, task_id);


--
-- Name: tasks_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_due ON public.tasks USING btree (due_at_us) WHERE (status = 'Processing'::text);


--
-- Name: tasks_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_open ON public.tasks USING btree (account_id, region_id, action, image_id) WHERE (status = ANY (ARRAY['Waiting'::text, 'Processing'::text]));


--
-- Name: user_groups_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX user_groups_by_name ON public.user_groups USING btree (account_id, name);


--
-- Name: users_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX users_by_name ON public.users USING btree (account_id, name);


--
-- PostgreSQL database dump complete
--


